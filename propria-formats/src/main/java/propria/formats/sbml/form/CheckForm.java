package propria.formats.sbml.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import propria.formats.sbml.packages.Packages;
import propria.formats.sbml.xml.XmlElement;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Looks through a document of core SBML.
public final class CheckForm {

    private static final Set<String> NUMBERS = Set.of("value", "size", "initialAmount", "initialConcentration",
            "stoichiometry", "spatialDimensions", "exponent", "multiplier", "offset", "scale");
    private static final Set<String> TRUTHS = Set.of("constant", "hasOnlySubstanceUnits", "boundaryCondition",
            "reversible", "fast", "initialValue", "persistent", "useValuesFromTriggerTime");
    private static final Set<String> NAMES = Set.of("id", "symbol", "variable", "species", "compartment",
            "conversionFactor");
    private static final Set<String> FOREIGN = Set.of("notes", "annotation", "message");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern
            .compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]?INF|NaN");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    private static final int MOST = 100;

    private final boolean isLevel3;
    private final String core;
    private final List<Problem> problems = new ArrayList<>();

    private CheckForm(XmlElement root) {
        this.core = root.namespace();
        this.isLevel3 = root.namespace().contains("/level3/");
    }

    /// @throws ProblemException B109, B112 to B115 or B120, every problem at once
    public static void check(XmlElement root) {
        CheckForm check = new CheckForm(root);
        check.look(root);
        if (check.problems.isEmpty()) {
            root.first("model").ifPresent(model -> check.problems.addAll(DistinctNames.check(model)));
        }
        if (!check.problems.isEmpty()) {
            throw new ProblemException(check.problems.subList(0, Math.min(MOST, check.problems.size())));
        }
    }

    private void look(XmlElement element) {
        if (element.is(Packages.MATHML, "math")) {
            problems.addAll(CheckMath.check(element));
            return;
        }
        if (!element.namespace().equals(core) || FOREIGN.contains(element.name())) {
            return;
        }
        Shapes.of(element.name()).ifPresentOrElse(shape -> {
            attributes(element, shape);
            element.elements().forEach(this::look);
        }, () -> unknown("B112", element, "there is no element <" + element.name() + "> in SBML",
                element.name(), Shapes.names()));
    }

    private void attributes(XmlElement element, Shapes.Shape shape) {
        for (String needed : shape.always()) {
            missing(element, needed);
        }
        if (isLevel3) {
            shape.level3().forEach(needed -> missing(element, needed));
        }
        element.attributes().forEach((name, value) -> {
            if (name.namespace().isEmpty()) {
                attribute(element, name.local(), value.strip(), shape);
            }
        });
    }

    private void missing(XmlElement element, String attribute) {
        if (element.attribute(attribute).isEmpty()) {
            problems.add(Problem.error("B113", element.place(), "<" + element.name() + "> has no " + attribute,
                    "SBML asks for it", "add " + attribute + "=\"…\""));
        }
    }

    private void attribute(XmlElement element, String name, String value, Shapes.Shape shape) {
        if (!shape.all().contains(name)) {
            unknown("B114", element, "<" + element.name() + "> has no attribute " + name, name, shape.all());
        } else if (NUMBERS.contains(name) && !NUMBER.matcher(value).matches()
                || name.equals("scale") && !WHOLE.matcher(value).matches()) {
            wrong(element, name, value, "a number");
        } else if (TRUTHS.contains(name) && !value.matches("true|false|1|0")) {
            wrong(element, name, value, "true or false");
        } else if (NAMES.contains(name) && !NAME.matcher(value).matches()) {
            wrong(element, name, value, "a name of letters, digits and _");
        }
    }

    private void wrong(XmlElement element, String name, String value, String wanted) {
        problems.add(Problem.error("B115", element.place(),
                name + "=\"" + value + "\" of <" + element.name() + "> is not " + wanted, "", "write " + wanted));
    }

    private void unknown(String code, XmlElement element, String what, String name, Collection<String> known) {
        problems.add(Problem.error(code, element.place(), what, "it would be passed over in silence",
                Nearest.of(name, known).map(near -> "did you mean " + near + "?").orElse("remove it")));
    }
}
