package propria.formats.sbml.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import propria.formats.sbml.packages.Draws;
import propria.formats.sbml.packages.Packages;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlNode;
import propria.model.problem.Problem;

/// Looks at the names and numbers of a formula.
final class CheckMath {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final List<Problem> problems = new ArrayList<>();

    private CheckMath() {
    }

    static List<Problem> check(XmlElement math) {
        CheckMath check = new CheckMath();
        check.look(math);
        return check.problems;
    }

    private void look(XmlElement element) {
        if (!element.namespace().equals(Packages.MATHML)) {
            return;
        }
        switch (element.name()) {
            case "ci" -> name(element);
            case "cn" -> number(element);
            case "bvar" -> {
                if (element.elements("ci").size() != 1) {
                    problem(element, "<bvar> binds no name");
                }
                element.elements().forEach(this::look);
            }
            case "annotation", "annotation-xml" -> {
                // says nothing of the value
            }
            default -> element.elements().forEach(this::look);
        }
    }

    private void name(XmlElement element) {
        String name = element.text().strip();
        if (!NAME.matcher(name.startsWith(Draws.PREFIX) ? name.substring(Draws.PREFIX.length()) : name).matches()) {
            problem(element, "<ci> holds no name but \"" + name + "\"");
        }
    }

    private void number(XmlElement element) {
        List<String> parts = element.content().stream().filter(XmlNode.Text.class::isInstance)
                .map(node -> ((XmlNode.Text) node).text().strip()).toList();
        boolean good = switch (element.attribute("type").orElse("real")) {
            case "integer" -> parts.size() == 1 && parts.getFirst().matches("[+-]?\\d+");
            case "real" -> parts.size() == 1 && isReal(parts.getFirst());
            case "e-notation" -> parts.size() == 2 && isReal(parts.getFirst())
                    && parts.getLast().matches("[+-]?\\d+");
            case "rational" -> parts.size() == 2 && parts.stream().allMatch(part -> part.matches("[+-]?\\d+"));
            default -> false;
        };
        if (!good) {
            problem(element, "<cn> holds no number but \"" + String.join(" ", parts) + "\"");
        }
    }

    private static boolean isReal(String text) {
        return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    }

    private void problem(XmlElement element, String what) {
        problems.add(Problem.error("B120", element.place(), what, "", "write a name in <ci>, a number in <cn>"));
    }
}
