package propria.formats.sbml.write;

import java.util.List;
import java.util.Set;
import org.sbml.jsbml.AssignmentRule;
import org.sbml.jsbml.KineticLaw;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.ModifierSpeciesReference;
import org.sbml.jsbml.Reaction;
import org.sbml.jsbml.SpeciesReference;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sbml.math.ToAst;
import propria.model.expression.Expression;
import propria.model.expression.References;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Writes reactions. A stoichiometry that is a formula becomes an assignment rule.
final class WriteReactions {

    private final Model target;
    private final SbmlLevel level;
    private final WriteDescriptions descriptions;
    private final Set<String> changing;
    private int count;

    WriteReactions(Model target, SbmlLevel level, WriteDescriptions descriptions, Set<String> changing) {
        this.target = target;
        this.level = level;
        this.descriptions = descriptions;
        this.changing = changing;
    }

    void all(List<propria.model.Reaction> reactions) {
        reactions.forEach(this::reaction);
    }

    private void reaction(propria.model.Reaction r) {
        if (r.fast() && level == SbmlLevel.L3V2) {
            throw new ProblemException(Problem.error("B140", r.definedAt(),
                    "reaction " + r.id() + " is fast, which Level 3 Version 2 of SBML cannot say", "",
                    "write an older level, or give it a large rate constant and remove the mark"));
        }
        Reaction reaction = target.createReaction(r.id());
        if (level != SbmlLevel.L3V2) {
            reaction.setFast(r.fast());
        }
        reaction.setReversible(r.reversible());
        r.compartment().ifPresent(reaction::setCompartment);
        descriptions.to(reaction, r.description());
        r.reactants().forEach(reference -> reference(reaction.createReactant(), reference));
        r.products().forEach(reference -> reference(reaction.createProduct(), reference));
        r.modifiers().forEach(species -> {
            ModifierSpeciesReference modifier = reaction.createModifier();
            modifier.setSpecies(species);
        });
        r.rateLaw().ifPresent(law -> {
            implied(r, law).forEach(species -> reaction.createModifier().setSpecies(species));
            KineticLaw kinetics = reaction.createKineticLaw();
            r.localParameters()
                    .forEach(p -> ModelWriting.local(kinetics.createLocalParameter(p.id()), p, descriptions));
            kinetics.setMath(ToAst.of(law));
        });
    }

    /// The species that a rate law names and the reaction does not: SBML wants them as modifiers.
    private List<String> implied(propria.model.Reaction r, Expression law) {
        return References.of(law).stream().filter(id -> target.getSpecies(id) != null)
                .filter(id -> r.localParameters().stream().noneMatch(p -> p.id().equals(id)))
                .filter(id -> !r.modifiers().contains(id))
                .filter(id -> r.reactants().stream().noneMatch(reference -> reference.species().equals(id)))
                .filter(id -> r.products().stream().noneMatch(reference -> reference.species().equals(id))).toList();
    }

    private void reference(SpeciesReference reference, propria.model.SpeciesReference stated) {
        reference.setSpecies(stated.species());
        stated.id().ifPresent(reference::setId);
        if (level.level() == 2) {
            level2(reference, stated.stoichiometry());
            return;
        }
        boolean changes = stated.id().filter(changing::contains).isPresent();
        if (stated.stoichiometry() instanceof Expression.Constant(double number)) {
            if (!Double.isNaN(number)) {
                reference.setStoichiometry(number);
            }
            reference.setConstant(!changes);
            return;
        }
        reference.setConstant(false);
        String id = stated.id().orElseGet(this::unusedName);
        reference.setId(id);
        if (!changes) {
            AssignmentRule rule = target.createAssignmentRule();
            rule.setVariable(id);
            rule.setMath(ToAst.of(stated.stoichiometry()));
        }
    }

    private static void level2(SpeciesReference reference, Expression stoichiometry) {
        if (stoichiometry instanceof Expression.Constant(double number) && Double.isFinite(number)) {
            reference.setStoichiometry(number);
        } else {
            reference.createStoichiometryMath(ToAst.of(stoichiometry));
        }
    }

    private String unusedName() {
        String name = "stoichiometry_" + ++count;
        while (target.findNamedSBase(name) != null) {
            name = name + "_";
        }
        return name;
    }
}
