package propria.formats.antimony.flatten;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.Statement.Annotation;
import propria.formats.antimony.tree.Statement.Conversion;
import propria.formats.antimony.tree.Statement.Declaration;
import propria.formats.antimony.tree.Statement.EventStatement;
import propria.formats.antimony.tree.Statement.Interval;
import propria.formats.antimony.tree.Statement.SymbolKind;
import propria.formats.antimony.tree.Statement.Timing;
import propria.formats.antimony.tree.Statement.UnitFormula;
import propria.model.problem.SourceLocation;

/// All that the text says about one quantity, reaction or event, gathered over all scopes that name it.
final class Symbol {

    final String key;
    final SourceLocation firstSeen;
    final Map<SymbolKind, SourceLocation> kinds = new EnumMap<>(SymbolKind.class);
    final List<Definition<Declaration>> declarations = new ArrayList<>();
    final Map<Timing, List<Definition<Formula>>> values = new EnumMap<>(Timing.class);
    final List<Definition<Conversion>> conversions = new ArrayList<>();
    final List<Definition<EventStatement>> events = new ArrayList<>();
    final List<Definition<Path>> locations = new ArrayList<>();
    final List<Definition<UnitFormula>> units = new ArrayList<>();
    final List<Definition<String>> names = new ArrayList<>();
    final List<Definition<Annotation>> annotations = new ArrayList<>();
    final List<Definition<Interval>> intervals = new ArrayList<>();
    final Map<Integer, Path> paths = new HashMap<>();
    final Map<Timing, Integer> emptied = new EnumMap<>(Timing.class);
    final List<Symbol> modifiers = new ArrayList<>();
    double dimensions = 3;
    boolean boundary;
    boolean participant;
    boolean changedByEvent;
    boolean deleted;

    Symbol(String key, SourceLocation firstSeen) {
        this.key = key;
        this.firstSeen = firstSeen;
    }

    /// The id in the flat model: `instance__name`.
    String id() {
        return key.replace(".", "__");
    }

    /// How the scope of a value names the symbol.
    Optional<Path> named(Definition<Formula> value) {
        return Optional.ofNullable(paths.get(value.order()));
    }

    List<Definition<Formula>> values(Timing timing) {
        return values.getOrDefault(timing, List.of());
    }

    /// Whether a scope further out than a depth says that there is no such value.
    boolean isEmptied(Timing timing, int depth) {
        return emptied.getOrDefault(timing, Integer.MAX_VALUE) < depth;
    }

    void addValue(Timing timing, Definition<Formula> definition) {
        values.computeIfAbsent(timing, t -> new ArrayList<>()).add(definition);
    }

    /// Whether some statement makes this a thing of the model, beyond naming, annotating or using it.
    boolean isDefined() {
        return !declarations.isEmpty() || !emptied.isEmpty() || !values.isEmpty() || !conversions.isEmpty()
                || !events.isEmpty()
                || !locations.isEmpty() || kinds.containsKey(SymbolKind.COMPARTMENT);
    }

    boolean is(SymbolKind kind) {
        return kinds.containsKey(kind);
    }

    boolean isPlain() {
        return kinds.isEmpty();
    }

    /// Where the element of the flat model is said to be defined.
    SourceLocation place() {
        if (!conversions.isEmpty()) {
            return conversions.getFirst().place();
        }
        if (!events.isEmpty()) {
            return events.getFirst().place();
        }
        Optional<SourceLocation> declared = declarations.stream().map(Definition::place).findFirst();
        Optional<SourceLocation> valued = values.values().stream().flatMap(List::stream)
                .min(Comparator.comparingInt(definition -> definition.scope().depth())).map(Definition::place);
        return (isPlain() ? valued.or(() -> declared) : declared.or(() -> valued)).orElse(firstSeen);
    }
}
