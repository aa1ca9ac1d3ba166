package propria.formats.sbml.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import propria.formats.sbml.packages.Packages;
import propria.formats.sbml.xml.XmlElement;
import propria.model.problem.Problem;

/// No two things of a model share a name. Units have names of their own, and so have the parameters of a rate law.
final class DistinctNames {

    private final Map<String, XmlElement> names = new HashMap<>();
    private final Map<String, XmlElement> units = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private DistinctNames() {
    }

    /// B109 for every name that is given twice.
    static List<Problem> check(XmlElement model) {
        DistinctNames seen = new DistinctNames();
        model.elements().forEach(list -> seen.within(list, seen.names));
        return seen.problems;
    }

    private void within(XmlElement element, Map<String, XmlElement> scope) {
        switch (element.name()) {
            case "notes", "annotation", "math" -> {
                // no elements of the model
            }
            case "unitDefinition" -> add(element, units);
            case "kineticLaw" -> {
                Map<String, XmlElement> locals = new HashMap<>();
                element.elements().forEach(inner -> within(inner, locals));
            }
            default -> {
                if (!element.namespace().equals(Packages.MATHML)) {
                    add(element, scope);
                    element.elements().forEach(inner -> within(inner, scope));
                }
            }
        }
    }

    private void add(XmlElement element, Map<String, XmlElement> scope) {
        element.attribute("id").ifPresent(id -> {
            XmlElement first = scope.putIfAbsent(id, element);
            if (first != null) {
                problems.add(Problem.error("B109", element.place(), "the name " + id + " is given twice",
                        "<" + element.name() + "> has the name of <" + first.name() + "> at " + first.place(),
                        "rename one of them"));
            }
        });
    }
}
