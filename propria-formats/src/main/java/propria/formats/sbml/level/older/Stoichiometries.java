package propria.formats.sbml.level.older;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sbml.level.draft.Draft;
import propria.formats.sbml.level.draft.EveryFormula;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.References;

/// Stoichiometries in Level 2: a formula may stand there, but nothing can name one, and there are no conversion factors.
/// A stoichiometry with a name becomes a parameter, a conversion factor becomes a factor of the stoichiometry.
final class Stoichiometries {

    private final Draft draft;

    private Stoichiometries(Draft draft) {
        this.draft = draft;
    }

    static void replace(Draft draft) {
        Stoichiometries stoichiometries = new Stoichiometries(draft);
        stoichiometries.names();
        stoichiometries.factors();
        stoichiometries.modifiers();
    }

    private void names() {
        Set<String> used = draft.used();
        Set<String> changing = draft.changing();
        Set<String> assigned = draft.initialAssignments.stream().map(a -> a.variable()).collect(Collectors.toSet());
        boolean never = draft.level == SbmlLevel.L2V1;
        for (Reaction reaction : List.copyOf(draft.reactions)) {
            Draft.references(reaction).filter(s -> s.id().isPresent() && (never || used.contains(s.id().get())))
                    .forEach(s -> parameter(s, s.id().get(), reaction, changing, assigned));
        }
        Set<String> made = new HashSet<>();
        draft.parameters.forEach(p -> made.add(p.id()));
        draft.references(s -> s.id().filter(made::contains)
                .map(id -> new SpeciesReference(s.species(), new Expression.Reference(id), Optional.empty()))
                .orElse(s));
    }

    private void parameter(SpeciesReference s, String id, Reaction reaction, Set<String> changing,
            Set<String> assigned) {
        OptionalDouble value = s.stoichiometry() instanceof Expression.Constant(double number)
                && !Double.isNaN(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        boolean changes = changing.contains(id);
        if (!changes && !assigned.contains(id) && !(s.stoichiometry() instanceof Expression.Constant)) {
            draft.rules.add(new propria.model.Rule.Assignment(id, s.stoichiometry(), reaction.definedAt()));
            changes = true;
        }
        draft.parameters.add(new Parameter(id, value, !changes, Optional.empty(), propria.model.Description.NONE,
                reaction.definedAt()));
        draft.remark(reaction.definedAt(), "the stoichiometry " + id + " of " + s.species() + " in " + reaction.id()
                + " became a parameter", "in Level 2 of SBML formulas cannot name a stoichiometry");
    }

    private void factors() {
        if (draft.conversionFactor.isEmpty() && draft.species.stream().allMatch(s -> s.conversionFactor().isEmpty())) {
            return;
        }
        draft.references(s -> factor(s.species()).map(factor -> new SpeciesReference(s.species(),
                Formulas.product(s.stoichiometry(), Formulas.name(factor)), s.id())).orElse(s));
        draft.remark(draft.place(), "the conversion factors became factors of the stoichiometries",
                "Level 2 of SBML has no conversion factors");
        draft.conversionFactor = Optional.empty();
        draft.species.replaceAll(s -> new Species(s.id(), s.compartment(), s.initial(), s.initialKind(),
                s.substanceOnly(), s.boundary(), s.constant(), s.unit(), Optional.empty(), s.description(),
                s.definedAt()));
    }

    private Optional<String> factor(String id) {
        return draft.species.stream().filter(s -> s.id().equals(id)).findFirst().flatMap(Species::conversionFactor)
                .or(() -> draft.conversionFactor);
    }

    /// A species that a stoichiometry names is a modifier (rule 21131).
    private void modifiers() {
        Set<String> species = draft.species.stream().map(Species::id).collect(Collectors.toSet());
        draft.reactions.replaceAll(r -> {
            Set<String> known = Stream.concat(r.modifiers().stream(),
                    Draft.references(r).map(SpeciesReference::species)).collect(Collectors.toSet());
            List<String> named = Draft.references(r).map(s -> References.of(s.stoichiometry()))
                    .flatMap(SequencedSet::stream).filter(species::contains).filter(id -> !known.contains(id))
                    .distinct().toList();
            return named.isEmpty()
                    ? r
                    : EveryFormula.withModifiers(r,
                            Stream.concat(r.modifiers().stream(), named.stream()).toList(), r.compartment());
        });
    }
}
