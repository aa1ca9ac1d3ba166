package propria.formats.sedml.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import propria.formats.sbml.xml.XmlElement;

/// A path into a document.
///
/// @param steps from the root to the element
/// @param attribute the attribute of that element, when one is meant
public record XmlPath(List<Step> steps, Optional<String> attribute) {

    public XmlPath {
        steps = List.copyOf(steps);
    }

    /// One element of a path.
    ///
    /// @param anywhere whether it may be at any depth below the one before
    /// @param name without prefix; `*` for any
    public record Step(boolean anywhere, String name, List<Condition> conditions) {
        public Step {
            conditions = List.copyOf(conditions);
        }
    }

    /// What an element must be.
    public sealed interface Condition {

        /// It has an attribute with a value.
        record Equals(String attribute, String value) implements Condition {
        }

        /// It has an attribute.
        record Has(String attribute) implements Condition {
        }

        /// It is the nth of those that the step names in one place, from 1.
        record Place(int number) implements Condition {
        }
    }

    /// Reads a path.
    ///
    /// @return empty when it uses what is not known here
    public static Optional<XmlPath> parse(String text) {
        return new PathParser(text.strip()).path();
    }

    /// The value of `[@id='…']` in a step with that name.
    public Optional<String> idOf(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst().flatMap(XmlPath::id);
    }

    /// The last step.
    public Step last() {
        return steps.getLast();
    }

    /// The value of `[@id='…']` in the last step.
    public Optional<String> lastId() {
        return id(last());
    }

    private static Optional<String> id(Step step) {
        for (Condition condition : step.conditions()) {
            if (condition instanceof Condition.Equals(String attribute, String value) && attribute.equals("id")) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /// What it leads to.
    ///
    /// @return each element with the elements above it, the root first and the element itself last
    public List<List<XmlElement>> in(XmlElement root) {
        List<List<XmlElement>> found = List.of(List.of());
        for (Step step : steps) {
            List<List<XmlElement>> next = new ArrayList<>();
            for (List<XmlElement> way : found) {
                List<XmlElement> within = way.isEmpty() ? List.of(root) : way.getLast().elements();
                take(step, way, within, next);
            }
            Set<XmlElement> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            found = next.stream().filter(way -> seen.add(way.getLast())).toList();
        }
        return found;
    }

    private static void take(Step step, List<XmlElement> way, List<XmlElement> within, List<List<XmlElement>> into) {
        List<XmlElement> chosen = within.stream()
                .filter(element -> step.name().equals("*") || element.name().equals(step.name())).toList();
        for (Condition condition : step.conditions()) {
            chosen = keep(chosen, condition);
        }
        chosen.forEach(element -> into.add(longer(way, element)));
        if (step.anywhere()) {
            within.forEach(element -> take(step, longer(way, element), element.elements(), into));
        }
    }

    private static List<XmlElement> keep(List<XmlElement> elements, Condition condition) {
        return switch (condition) {
            case Condition.Equals(String attribute, String value) -> elements.stream()
                    .filter(element -> element.attribute(attribute).filter(value::equals).isPresent()).toList();
            case Condition.Has(String attribute) ->
                elements.stream().filter(element -> element.attribute(attribute).isPresent()).toList();
            case Condition.Place(int number) ->
                number <= elements.size() ? List.of(elements.get(number - 1)) : List.of();
        };
    }

    private static List<XmlElement> longer(List<XmlElement> way, XmlElement element) {
        List<XmlElement> longer = new ArrayList<>(way);
        longer.add(element);
        return longer;
    }
}
