package propria.formats.sedml.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sedml.document.Computation;
import propria.formats.sedml.document.SedVariable;
import propria.formats.sedml.math.FromMathMl;
import propria.formats.sedml.path.XmlPath;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Formulas with their variables and constants.
final class ComputationReading {

    private ComputationReading() {
    }

    static Computation of(XmlElement element) {
        List<SedVariable> variables = new ArrayList<>();
        Fields.inList(element, "listOfVariables").forEach(v -> variables.add(variable(v)));
        List<Computation.Constant> constants = new ArrayList<>();
        Fields.inList(element, "listOfParameters").forEach(p -> constants
                .add(new Computation.Constant(Fields.id(p), Fields.number(p, "value"))));
        return new Computation(variables, constants, FromMathMl.of(Fields.child(element, "math")));
    }

    private static SedVariable variable(XmlElement element) {
        Optional<String> target = Fields.optional(element, "target");
        Optional<String> symbol = Fields.optional(element, "symbol");
        Optional<String> term = Fields.optional(element, "dimensionTerm").or(() -> Fields.optional(element, "term"));
        if (target.isEmpty() && symbol.isEmpty() && term.isEmpty()) {
            throw new ProblemException(Problem.error("D002", element.place(),
                    "the variable names neither a target nor a symbol", "", "add target or symbol"));
        }
        if (target.isPresent() && !target.get().startsWith("#") && XmlPath.parse(target.get()).isEmpty()) {
            ModelReading.path(element);
        }
        return new SedVariable(Fields.id(element), Fields.name(element), target, symbol,
                Fields.optional(element, "taskReference"), Fields.optional(element, "modelReference"), term,
                element.place());
    }
}
