package propria.formats.sbml.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sbml.jsbml.KineticLaw;
import org.sbml.jsbml.ListOf;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.SimpleSpeciesReference;
import propria.formats.sbml.math.FromAst;
import propria.formats.sbml.xml.XmlElement;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.problem.SourceLocation;

/// Reactions with their rate laws and stoichiometries.
final class Reactions {

    private final Model model;
    private final Source source;

    Reactions(Model model, Source source) {
        this.model = model;
        this.source = source;
    }

    List<Reaction> all() {
        return model.getListOfReactions().stream().map(this::reaction).toList();
    }

    private Reaction reaction(org.sbml.jsbml.Reaction r) {
        XmlElement text = source.named("reaction", r.getId());
        Optional<Expression> law = Optional.empty();
        List<Parameter> locals = new ArrayList<>();
        if (r.isSetKineticLaw()) {
            KineticLaw kinetics = r.getKineticLaw();
            if (kinetics.isSetMath()) {
                law = Optional.of(FromAst.number(kinetics.getMath(), text.place()));
            }
            kinetics.getListOfLocalParameters()
                    .forEach(p -> locals.add(Quantities.parameter(p, true, local(text, p.getId()))));
        }
        return new Reaction(r.getId(), references(r.getListOfReactants(), text.place()),
                references(r.getListOfProducts(), text.place()),
                r.getListOfModifiers().stream().map(SimpleSpeciesReference::getSpecies).toList(), law, locals,
                r.getReversible(), r.isSetFast() && r.getFast(),
                r.isSetCompartment() ? Optional.of(r.getCompartment()) : Optional.empty(), Descriptions.of(r, text),
                text.place());
    }

    private static XmlElement local(XmlElement reaction, String id) {
        return reaction.elements("kineticLaw").stream().flatMap(law -> law.elements().stream())
                .flatMap(list -> list.elements().stream())
                .filter(element -> element.attribute("id").filter(id::equals).isPresent()).findFirst()
                .orElse(reaction);
    }

    private static List<SpeciesReference> references(ListOf<org.sbml.jsbml.SpeciesReference> list,
            SourceLocation place) {
        return list.stream().map(reference -> new SpeciesReference(reference.getSpecies(),
                stoichiometry(reference, place),
                reference.isSetId() ? Optional.of(reference.getId()) : Optional.empty())).toList();
    }

    /// A number, in Level 2 perhaps a formula; in Level 3 it may be left to a rule or an initial assignment.
    private static Expression stoichiometry(org.sbml.jsbml.SpeciesReference reference, SourceLocation place) {
        if (reference.isSetStoichiometryMath() && reference.getStoichiometryMath().isSetMath()) {
            return FromAst.number(reference.getStoichiometryMath().getMath(), place);
        }
        if (reference.getLevel() > 2 && !reference.isSetStoichiometry()) {
            return new Expression.Constant(Double.NaN);
        }
        double denominator = reference.isSetDenominator() ? reference.getDenominator() : 1;
        return new Expression.Constant(reference.getStoichiometry() / denominator);
    }
}
