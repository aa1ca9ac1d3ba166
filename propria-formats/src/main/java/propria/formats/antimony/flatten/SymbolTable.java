package propria.formats.antimony.flatten;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.Statement.SymbolKind;
import propria.model.problem.Nearest;
import propria.model.problem.SourceLocation;

/// The symbols of the flat model by key (`instance.name`). Keys that are bound to each other share one symbol.
final class SymbolTable {

    private final Diagnostics problems;
    private final Map<String, String> bound = new HashMap<>();
    private final SequencedMap<String, Symbol> symbols = new LinkedHashMap<>();
    private final Map<String, SourceLocation> ownNames = new HashMap<>();
    private final SequencedMap<String, Outer> outerNames = new LinkedHashMap<>();

    private final Set<String> speciesIds = new HashSet<>();

    private final Map<String, Factor> factors = new HashMap<>();
    private final Set<String> reactionIds = new HashSet<>();

    /// By what a bound quantity is multiplied to become the one that it is bound to.
    ///
    /// @param scope where the formula stands
    record Factor(Instance scope, Formula formula) {
    }

    /// A key named from outside its instance.
    private record Outer(Instance owner, String name, SourceLocation place) {
    }

    SymbolTable(Diagnostics problems) {
        this.problems = problems;
    }

    Collection<Symbol> symbols() {
        return symbols.values();
    }

    /// Makes two names mean one thing, which goes by the second.
    void bind(Instance scope, Path inner, Path outer, Optional<Formula> factor) {
        Optional<String> from = key(scope, inner);
        Optional<String> to = key(scope, outer);
        if (from.isPresent() && to.isPresent()) {
            factor.ifPresent(formula -> factors.put(root(from.get()), new Factor(scope, formula)));
            bindKeys(from.get(), to.get(), inner.place());
        }
    }

    /// What lies between the unit of a name in a scope and that of the quantity it stands for.
    List<Factor> factors(Instance scope, Path path) {
        List<Factor> found = new ArrayList<>();
        if (!factors.isEmpty()) {
            Optional<String> at = key(scope, path);
            while (at.isPresent()) {
                Optional.ofNullable(factors.get(at.get())).ifPresent(found::add);
                at = Optional.ofNullable(bound.get(at.get()));
            }
        }
        return found;
    }

    /// The same by keys.
    void bindKeys(String from, String to, SourceLocation place) {
        String inner = root(from);
        String outer = root(to);
        if (!inner.equals(outer)) {
            bound.put(inner, outer);
        } else if (!from.equals(to)) {
            problems.error("A227", place, from + " and " + to + " are bound to each other twice.", "",
                    "Remove one of the bindings.");
        }
    }

    private String root(String key) {
        String at = key;
        for (String next = bound.get(at); next != null; next = bound.get(at)) {
            at = next;
        }
        return at;
    }

    /// The symbol that a path means in a scope; empty, with an error noted, where the path leads nowhere.
    Optional<Symbol> find(Instance scope, Path path) {
        return key(scope, path).map(key -> symbol(key, path.place()));
    }

    /// Whether a key has been met.
    boolean knows(String key) {
        return symbols.containsKey(root(key));
    }

    /// The symbol of a key; made when it is new.
    Symbol symbol(String key, SourceLocation place) {
        return symbols.computeIfAbsent(root(key), root -> new Symbol(root, place));
    }

    /// Whether an id of the flat model is that of a species.
    boolean isSpecies(String id) {
        return species().contains(id);
    }

    /// Whether an id of the flat model is that of a reaction.
    boolean isReaction(String id) {
        if (reactionIds.isEmpty()) {
            symbols.values().stream().filter(symbol -> symbol.is(SymbolKind.REACTION)).map(Symbol::id)
                    .forEach(reactionIds::add);
        }
        return reactionIds.contains(id);
    }

    private Set<String> species() {
        if (speciesIds.isEmpty()) {
            symbols.values().stream().filter(symbol -> symbol.is(SymbolKind.SPECIES)).map(Symbol::id)
                    .forEach(speciesIds::add);
        }
        return speciesIds;
    }

    /// Notes that a model itself uses a name.
    void own(Instance scope, String name, SourceLocation place) {
        ownNames.putIfAbsent(scope.prefix() + name, place);
    }

    private Optional<String> key(Instance scope, Path path) {
        Optional<Instance> owner = instance(scope, path.isLocal() ? List.of() : path.owner().parts(), path);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        Instance instance = owner.get();
        if (instance.child(path.last()).isPresent()) {
            problems.error("A218", path.place(), path + " is an instance of a model, not a quantity.", "",
                    "Name one of its quantities, such as " + path + ".x.");
            return Optional.empty();
        }
        String key = instance.prefix() + path.last();
        if (path.isLocal()) {
            ownNames.putIfAbsent(key, path.place());
        } else {
            outerNames.putIfAbsent(key, new Outer(instance, path.last(), path.place()));
        }
        return Optional.of(key);
    }

    private Optional<Instance> instance(Instance scope, List<String> parts, Path path) {
        Instance at = scope;
        for (String part : parts) {
            Optional<Instance> child = at.child(part);
            if (child.isEmpty()) {
                problems.error("A210", path.place(), "There is no instance " + part + " in " + path + ".",
                        at.children().isEmpty()
                                ? "The model " + at.module().name() + " has no instances."
                                : "Known instances: " + String.join(", ", at.children().keySet()) + ".",
                        Nearest.of(part, at.children().keySet()).map(near -> "Did you mean " + near + "?")
                                .orElse("Write the name of an instance before the dot."));
                return Optional.empty();
            }
            at = child.get();
        }
        return Optional.of(at);
    }

    /// Notes an error for each name that nothing defines.
    void reportUndefined() {
        for (Outer outer : outerNames.values()) {
            if (!ownNames.containsKey(outer.owner().prefix() + outer.name())) {
                undefined(outer.owner().prefix(), outer.name(), outer.place(),
                        "The model " + outer.owner().module().name() + " has no such name.");
            }
        }
        for (Symbol symbol : symbols.values()) {
            String name = symbol.key.substring(symbol.key.lastIndexOf('.') + 1);
            String prefix = symbol.key.substring(0, symbol.key.length() - name.length());
            if (!symbol.isDefined() && ownNames.containsKey(symbol.key)) {
                undefined(prefix, name, symbol.firstSeen, symbol.participant
                        ? "It takes part in a reaction, but has no declaration and no initial value."
                        : "Nothing gives it a value.");
            }
        }
    }

    private void undefined(String prefix, String name, SourceLocation place, String why) {
        if (problems.isFull()) {
            return;
        }
        List<String> known = symbols.values().stream().filter(Symbol::isDefined).map(symbol -> symbol.key)
                .filter(key -> key.startsWith(prefix)).map(key -> key.substring(prefix.length())).toList();
        problems.error("A210", place, name + " is not defined.", why, Nearest.of(name, known)
                .map(near -> "Did you mean " + near + "?").orElse("Define it, or correct the name."));
    }
}
