package propria.app.cli.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import propria.model.Compartment;
import propria.model.Description;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.expression.Expression;
import propria.model.expression.References;
import propria.model.problem.SourceLocation;

/// A model sorted for questions: what a name means, and what touches it.
public final class ModelIndex {

    private final Model model;
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Map<String, Expression> assigned = new HashMap<>();

    /// A named thing of a model, whatever its kind.
    public record Element(String id, String kind, Description description, Optional<String> unit,
            SourceLocation place) {

        /// The id as people see it: `instance.name`.
        public String shown() {
            return id.replace("__", ".");
        }

        /// The plain name, the id where there is none.
        public String name() {
            return description.name().orElse(shown());
        }
    }

    /// A reaction and what it does to a quantity.
    ///
    /// @param change what one turn adds (above zero) or takes, as text; empty when the quantity only sets the rate
    public record Touch(Reaction reaction, String change) {
    }

    public ModelIndex(Model model) {
        this.model = model;
        for (Species s : model.species()) {
            put(new Element(s.id(), "state", s.description(), s.unit(), s.definedAt()));
        }
        for (Rule rule : model.rules()) {
            if (rule instanceof Rule.Assignment a) {
                assigned.put(a.variable(), a.formula());
            }
        }
        for (Parameter p : model.parameters()) {
            String kind = assigned.containsKey(p.id()) ? "derived quantity" : "parameter";
            put(new Element(p.id(), kind, p.description(), p.unit(), p.definedAt()));
        }
        for (Reaction r : model.reactions()) {
            put(new Element(r.id(), "reaction", r.description(), Optional.empty(), r.definedAt()));
        }
        for (Compartment c : model.compartments()) {
            put(new Element(c.id(), "compartment", c.description(), c.unit(), c.definedAt()));
        }
    }

    private void put(Element element) {
        elements.put(element.id(), element);
    }

    public Model model() {
        return model;
    }

    /// Every id as people write it.
    public Collection<String> names() {
        return elements.values().stream().map(Element::shown).toList();
    }

    /// The element with this id.
    public Optional<Element> element(String id) {
        return Optional.ofNullable(elements.get(id));
    }

    /// What `name` may mean: an id (`x`, `instance.x`), the last part of one, case aside, or a part of a plain name; the
    /// first of these that means anything.
    public List<Element> find(String name) {
        String id = name.replace(".", "__");
        if (elements.containsKey(id)) {
            return List.of(elements.get(id));
        }
        List<Element> inModules = matching(e -> e.id().endsWith("__" + id));
        if (!inModules.isEmpty()) {
            return inModules;
        }
        String lower = id.toLowerCase(Locale.ROOT);
        List<Element> anyCase = matching(e -> {
            String own = e.id().toLowerCase(Locale.ROOT);
            return own.equals(lower) || own.endsWith("__" + lower);
        });
        String words = name.toLowerCase(Locale.ROOT);
        return !anyCase.isEmpty()
                ? anyCase
                : matching(e -> e.description().name().orElse("").toLowerCase(Locale.ROOT).contains(words));
    }

    private List<Element> matching(Predicate<Element> condition) {
        return elements.values().stream().filter(condition).toList();
    }

    /// The formula that gives a quantity at all times, if one does.
    public Optional<Expression> formula(String id) {
        return Optional.ofNullable(assigned.get(id));
    }

    /// The reaction with this id.
    public Optional<Reaction> reaction(String id) {
        return model.reactions().stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /// Reactions that make or use a quantity, then those whose rate it sets directly.
    public List<Touch> touches(String id) {
        List<Touch> changing = new ArrayList<>();
        List<Touch> rated = new ArrayList<>();
        for (Reaction reaction : model.reactions()) {
            boolean made = reaction.products().stream().anyMatch(p -> p.species().equals(id));
            boolean used = reaction.reactants().stream().anyMatch(p -> p.species().equals(id));
            if (made || used) {
                changing.add(new Touch(reaction, made && used ? "±" : made ? "+" : "−"));
            } else if (reaction.rateLaw().filter(law -> References.of(law).contains(id)).isPresent()) {
                rated.add(new Touch(reaction, ""));
            }
        }
        changing.addAll(rated);
        return changing;
    }

    /// Derived quantities whose formula names a quantity.
    public List<Element> usedIn(String id) {
        return assigned.entrySet().stream().filter(e -> References.of(e.getValue()).contains(id))
                .flatMap(e -> element(e.getKey()).stream()).sorted((a, b) -> a.id().compareTo(b.id())).toList();
    }

    /// The parameters that a formula names, those behind derived quantities aside.
    public List<Parameter> parametersOf(Expression formula) {
        Set<String> named = new LinkedHashSet<>(References.of(formula));
        return model.parameters().stream().filter(p -> named.contains(p.id()) && !assigned.containsKey(p.id()))
                .toList();
    }

    /// The derived quantities that a formula names.
    public List<Element> derivedOf(Expression formula) {
        return References.of(formula).stream().filter(assigned::containsKey).flatMap(id -> element(id).stream())
                .toList();
    }
}
