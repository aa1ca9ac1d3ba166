package propria.formats.sedml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlReader;
import propria.formats.sbml.xml.XmlText;
import propria.formats.sedml.document.Computation;
import propria.formats.sedml.document.ModelChange;
import propria.formats.sedml.path.XmlPath;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// The text of a model with the changes that an experiment makes. A target must be there: a change that would do nothing
/// is a problem, not a silence.
public final class ChangedModel {

    private final XmlElement root;

    private ChangedModel(XmlElement root) {
        this.root = root;
    }

    /// Reads the text of a model.
    ///
    /// @param name the file name for messages
    /// @throws ProblemException B101 to B105 when it is no XML
    public static ChangedModel of(byte[] document, String name) {
        return new ChangedModel(XmlReader.readBytes(document, name));
    }

    /// A copy, to be changed in another way.
    public ChangedModel copy() {
        return new ChangedModel(root.copy(UnaryOperator.identity()));
    }

    /// The name of the root, such as `sbml`.
    public String rootName() {
        return root.name();
    }

    /// The text as it is now.
    public String text() {
        return XmlText.of(root);
    }

    /// Makes a change.
    ///
    /// @param value the value of the formula of a [ModelChange.Compute]
    /// @throws ProblemException D007 or D022 when the target is not there, or there more than once
    public void apply(ModelChange change, ToDoubleFunction<Computation> value) {
        switch (change) {
            case ModelChange.Attribute(var target, var text, var place) -> attribute(target, text, place);
            case ModelChange.Compute(var target, var computation, var place) ->
                attribute(target, Double.toString(value.applyAsDouble(computation)), place);
            case ModelChange.Add(var target, var xml, var place) ->
                one(target, place).getLast().content().addAll(elements(xml));
            case ModelChange.Replace(var target, var xml, var place) -> replace(target, place, elements(xml));
            case ModelChange.Remove(var target, var place) -> {
                if (path(target, place).attribute().isPresent()) {
                    removeAttribute(target, place);
                } else {
                    replace(target, place, List.of());
                }
            }
        }
    }

    private void attribute(String target, String text, SourceLocation place) {
        String whole = valueTarget(target, place);
        one(whole, place).getLast().set(path(whole, place).attribute().orElse(""), text);
    }

    private void removeAttribute(String target, SourceLocation place) {
        String attribute = path(target, place).attribute().orElse("");
        one(target, place).getLast().attributes().keySet().removeIf(name -> name.local().equals(attribute));
    }

    private void replace(String target, SourceLocation place, List<XmlElement> by) {
        List<XmlElement> way = one(target, place);
        if (way.size() < 2) {
            throw new ProblemException(Problem.error("D022", place, "the whole model cannot be replaced", target,
                    "name another source"));
        }
        XmlElement parent = way.get(way.size() - 2);
        int at = 0;
        while (parent.content().get(at) != way.getLast()) {
            at++;
        }
        parent.content().remove(at);
        parent.content().addAll(at, by);
    }

    private static List<XmlElement> elements(String xml) {
        String whole = "<all>" + xml + "</all>";
        return XmlReader.readBytes(whole.getBytes(StandardCharsets.UTF_8), "new XML").elements();
    }

    /// The attribute that holds the value of the element that a path without attribute leads to.
    private String valueTarget(String target, SourceLocation place) {
        if (path(target, place).attribute().isPresent()) {
            return target;
        }
        XmlElement element = one(target, place).getLast();
        return target + "/@" + switch (element.name()) {
            case "species" -> element.attribute("initialAmount").isPresent() ? "initialAmount" : "initialConcentration";
            case "compartment" -> "size";
            case "speciesReference" -> "stoichiometry";
            default -> "value";
        };
    }

    /// What an attribute says now.
    ///
    /// @throws ProblemException D022 when it is not there
    public String attribute(String target, SourceLocation place) {
        String whole = valueTarget(target, place);
        return one(whole, place).getLast().attribute(path(whole, place).attribute().orElse(""))
                .orElseThrow(() -> new ProblemException(Problem.error("D022", place,
                        "the target has no value in the text of the model", whole, "correct the path")));
    }

    /// The id, in simulations, of the quantity that a path leads to; a parameter `k` of one reaction `R` is `R.k`.
    ///
    /// @throws ProblemException D007 or D022 when it leads to none, or to several
    public String quantity(String target, SourceLocation place) {
        List<XmlElement> way = one(target, place);
        String id = way.getLast().attribute("id").orElseThrow(() -> new ProblemException(Problem.error("D022", place,
                "the target is not a quantity of the model", target, "name a species, parameter or compartment")));
        Optional<String> reaction = way.stream().filter(element -> element.name().equals("reaction")).findFirst()
                .flatMap(element -> element.attribute("id"));
        boolean local = way.stream().anyMatch(element -> element.name().equals("kineticLaw"));
        return local ? reaction.orElse("") + "." + id : id;
    }

    private List<XmlElement> one(String target, SourceLocation place) {
        List<List<XmlElement>> found = path(target, place).in(root);
        if (found.size() != 1) {
            throw new ProblemException(Problem.error("D022", place, found.isEmpty()
                    ? "the model has nothing at the target"
                    : "the model has " + found.size() + " elements at the target, not one", target,
                    "correct the path"));
        }
        return found.getFirst();
    }

    private static XmlPath path(String target, SourceLocation place) {
        return XmlPath.parse(target).orElseThrow(() -> new ProblemException(Problem.error("D007", place,
                "the target is not understood", target, "write names and conditions such as [@id='A']")));
    }
}
