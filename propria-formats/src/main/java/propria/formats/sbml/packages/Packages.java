package propria.formats.sbml.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlElement.Name;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// What a document needs beyond the core.
public final class Packages {

    /// The namespace of SBML's mathematics.
    public static final String MATHML = "http://www.w3.org/1998/Math/MathML";

    private static final Pattern LEVEL_2 = Pattern.compile("http://www\\.sbml\\.org/sbml/level2(/version[2-5])?");
    private static final Pattern LEVEL_3 = Pattern.compile("http://www\\.sbml\\.org/sbml/level3/version[12]/core");
    private static final Pattern PACKAGE = Pattern
            .compile("http://www\\.sbml\\.org/sbml/level3/version[12]/(\\w+)/version\\d+");
    /// Packages that do not change what a simulation gives even where they are marked as required.
    private static final Set<String> HARMLESS = Set.of("comp", "layout", "render", "groups", "distrib");
    /// Elements whose content is for people and other programs.
    private static final Set<String> FOREIGN = Set.of("notes", "annotation", "message");

    private Packages() {
    }

    /// The name of the package that a namespace belongs to; empty for none.
    public static String packageOf(String namespace) {
        Matcher matcher = PACKAGE.matcher(namespace);
        return matcher.matches() && !matcher.group(1).equals("core") ? matcher.group(1) : "";
    }

    /// Refuses a document of another level, and packages that must be understood and are not.
    ///
    /// @throws ProblemException B106, B110 or B111, with element and line
    public static void check(XmlElement root) {
        boolean known = LEVEL_2.matcher(root.namespace()).matches() || LEVEL_3.matcher(root.namespace()).matches();
        if (!root.name().equals("sbml") || !known) {
            throw new ProblemException(Problem.error("B106", root.place(),
                    "the document is not SBML of Level 2 or Level 3 Version 1 or 2",
                    "its root is <" + root.name() + "> of " + (root.namespace().isEmpty()
                            ? "no namespace"
                            : root.namespace()),
                    root.namespace().contains("sbml/level1")
                            ? "save it as Level 2 or 3 with a program that reads Level 1, such as COPASI or libSBML"
                            : "convert it to Level 3 Version 2"));
        }
        List<Problem> problems = new ArrayList<>();
        root.attributes().forEach((name, value) -> {
            String used = packageOf(name.namespace());
            if (name.local().equals("required") && value.strip().matches("true|1") && !used.isEmpty()
                    && !HARMLESS.contains(used)) {
                problems.add(refused(used, root, "the document says that it cannot be understood without it"));
            }
        });
        root.walk(element -> lookAt(element, problems));
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    /// An objective or a flux bound asks for an optimum, not for a course, though the package is not marked as required.
    private static void lookAt(XmlElement element, List<Problem> problems) {
        if (packageOf(element.namespace()).equals("fbc") && element.name().equals("listOfObjectives")) {
            problems.add(refused("fbc", element, "it asks for optimal fluxes, not for a course over time"));
        }
        if (element.is(MATHML, "csymbol")) {
            String symbol = element.attribute("definitionURL").orElse("");
            if (Draws.isUnknown(symbol)) {
                problems.add(Problem.error("B111", element.place(),
                        "a formula draws from a distribution that is not known",
                        "<csymbol definitionURL=\"" + symbol + "\"> is none of SBML's package distrib, Version 1",
                        "use a distribution of that package"));
            }
        }
    }

    private static Problem refused(String name, XmlElement element, String why) {
        SourceLocation place = element.place();
        return Problem.error("B110", place, "the SBML package " + name + " cannot be followed here",
                "<" + element.name() + ">: " + why,
                name.equals("fbc") ? "use a program for flux balance analysis" : "use a program that knows it");
    }

    /// Takes out what belongs to packages, so that core SBML is left; a draw from a distribution becomes the call of a
    /// function ([Draws]).
    public static void strip(XmlElement element) {
        element.attributes().keySet().removeIf(Packages::isOfPackage);
        element.content().removeIf(node -> node instanceof XmlElement inner && !packageOf(inner.namespace()).isEmpty());
        Draws.toFunctions(element);
        for (XmlElement inner : element.elements()) {
            if (!FOREIGN.contains(inner.name())) {
                strip(inner);
            }
        }
    }

    private static boolean isOfPackage(Name name) {
        return !packageOf(name.namespace()).isEmpty();
    }
}
