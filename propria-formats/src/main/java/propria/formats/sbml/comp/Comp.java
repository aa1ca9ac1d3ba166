package propria.formats.sbml.comp;

import java.util.List;
import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The vocabulary of the package.
final class Comp {

    static final String NAMESPACE = "http://www.sbml.org/sbml/level3/version1/comp/version1";

    private Comp() {
    }

    /// An attribute of the package, with or without its prefix.
    static Optional<String> attribute(XmlElement element, String name) {
        return element.attribute(NAMESPACE, name).or(() -> element.attribute(name));
    }

    /// An attribute that must be there.
    static String required(XmlElement element, String name) {
        return attribute(element, name).orElseThrow(() -> problem(element, "<" + element.name() + "> has no " + name));
    }

    /// The elements of a list of the package.
    static List<XmlElement> list(XmlElement owner, String list) {
        return owner.elements(NAMESPACE, list).stream().flatMap(l -> l.elements().stream()).toList();
    }

    static Optional<XmlElement> first(XmlElement owner, String name) {
        return owner.first(NAMESPACE, name);
    }

    static ProblemException problem(XmlElement element, String what) {
        return new ProblemException(Problem.error("B131", element.place(), what,
                "submodels are put together by such references",
                "check the model with a validator of SBML and its package comp"));
    }
}
