package propria.formats.sedml.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlNode;
import propria.formats.sbml.xml.XmlText;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Takes elements apart and collects what is wrong with them.
final class Fields {

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> remarks = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();

    /// What is read and left out.
    List<Problem> remarks() {
        return remarks;
    }

    void error(Problem problem) {
        errors.add(problem);
    }

    /// Whether something with an id is left out.
    boolean isLeftOut(String id) {
        return gone.contains(id);
    }

    /// Something that is left out; what refers to it can be left out too.
    void leaveOut(XmlElement element, String why) {
        element.attribute("id").ifPresent(gone::add);
        remark(element, why);
    }

    /// An element that is passed over.
    void remark(XmlElement element, String why) {
        remarks.add(Problem.warning("D010", element.place(), "<" + element.name() + "> is left out", why, ""));
    }

    /// @throws ProblemException with all errors, if there is one
    void raise() {
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
    }

    /// Does something; its problems are collected.
    <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (ProblemException e) {
            errors.addAll(e.problems());
            return Optional.empty();
        }
    }

    /// The elements of a list element, each as a record; those that cannot be read are left to [#raise].
    <T> List<T> all(XmlElement parent, String list, Function<XmlElement, Optional<T>> reader) {
        List<T> all = new ArrayList<>();
        for (XmlElement element : inList(parent, list)) {
            attempt(() -> reader.apply(element)).flatMap(Function.identity()).ifPresent(all::add);
        }
        return all;
    }

    /// The elements of a list element; none where it is missing.
    static List<XmlElement> inList(XmlElement parent, String list) {
        return parent.elements(list).stream().flatMap(l -> l.elements().stream())
                .filter(element -> !element.name().equals("notes") && !element.name().equals("annotation")).toList();
    }

    /// The id that an element must have.
    static String id(XmlElement element) {
        return text(element, "id");
    }

    static Optional<String> name(XmlElement element) {
        return element.attribute("name").map(String::strip).filter(name -> !name.isEmpty());
    }

    /// An attribute that must be there and not be empty.
    static String text(XmlElement element, String attribute) {
        return optional(element, attribute).orElseThrow(() -> new ProblemException(Problem.error("D002",
                element.place(), "<" + element.name() + "> has no " + attribute, "", "add the attribute")));
    }

    static Optional<String> optional(XmlElement element, String attribute) {
        return element.attribute(attribute).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// A finite number that must be there.
    static double number(XmlElement element, String attribute) {
        return number(element, attribute, text(element, attribute));
    }

    /// A finite number in a text.
    static double number(XmlElement element, String what, String text) {
        if (text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw new ProblemException(Problem.error("D003", element.place(),
                "the " + what + " of <" + element.name() + "> is not a finite number", "it is `" + text + "`",
                "write it like 1.5 or 2e-3"));
    }

    /// A whole number from `least` to `most`.
    static int count(XmlElement element, String attribute, int least, int most) {
        double value = number(element, attribute);
        if (value < least || value > most || value != StrictMath.rint(value)) {
            throw new ProblemException(Problem.error("D003", element.place(),
                    "the " + attribute + " of <" + element.name() + "> is not a whole number from " + least + " to "
                            + most,
                    "it is `" + text(element, attribute) + "`", "write another number"));
        }
        return (int) value;
    }

    static boolean flag(XmlElement element, String attribute, boolean otherwise) {
        Optional<String> text = optional(element, attribute);
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.get()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new ProblemException(Problem.error("D003", element.place(),
                    "the " + attribute + " of <" + element.name() + "> is neither true nor false",
                    "it is `" + text.get() + "`", "write true or false"));
        };
    }

    /// An element that must be there.
    static XmlElement child(XmlElement element, String name) {
        return element.elements().stream().filter(e -> e.name().equals(name)).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.error("D002", element.place(),
                        "<" + element.name() + "> has no <" + name + ">", "", "add the element")));
    }

    /// The elements within, as text that stands for itself.
    static String xml(XmlElement element) {
        StringBuilder text = new StringBuilder();
        for (XmlNode node : element.content()) {
            if (node instanceof XmlElement inner) {
                String document = XmlText.of(inner);
                text.append(document.substring(document.indexOf("?>") + 2).strip());
            }
        }
        if (text.isEmpty()) {
            throw new ProblemException(Problem.error("D002", element.place(),
                    "<" + element.name() + "> holds no element", "", "add the elements that are to be put in"));
        }
        return text.toString();
    }
}
