package propria.formats.sbml.level.draft;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.model.Event;
import propria.model.Rule;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.expression.References;

/// What values depend on at one moment: through assignment rules, rate laws, stoichiometries, and the compartments of
/// concentrations.
public final class Influences {

    private final Map<String, Set<String>> direct = new HashMap<>();
    private final boolean implicit;

    public Influences(Draft draft) {
        for (Rule rule : draft.rules) {
            if (rule instanceof Rule.Assignment a) {
                add(a.variable(), References.of(a.formula()));
            }
        }
        draft.species.forEach(s -> add(s.id(), Set.of(s.compartment())));
        draft.reactions.forEach(r -> {
            r.rateLaw().ifPresent(law -> add(r.id(), References.of(law)));
            Draft.references(r).forEach(s -> s.id().ifPresent(id -> add(id, References.of(s.stoichiometry()))));
        });
        implicit = draft.rules.stream().anyMatch(Rule.Algebraic.class::isInstance)
                || draft.reactions.stream().anyMatch(propria.model.Reaction::fast);
    }

    private void add(String id, Collection<String> names) {
        direct.computeIfAbsent(id, _ -> new HashSet<>()).addAll(names);
    }

    /// Whether a condition can be changed by what events do at the same moment.
    public boolean touch(LogicalExpression condition, Collection<Event> events) {
        return touch(References.of(condition), events);
    }

    /// Whether one of the formulas can be changed by what events do at the same moment.
    public boolean touch(List<Expression> formulas, Collection<Event> events) {
        return touch(formulas.stream().flatMap(f -> References.of(f).stream()).collect(Collectors.toSet()), events);
    }

    /// Whether what an event does or what it depends on can be changed by what others do at the same moment.
    public boolean touch(Event event, Collection<Event> others) {
        Stream<Expression> formulas = Stream.concat(event.delay().stream(),
                event.assignments().stream().map(Event.Assignment::formula));
        return touch(event.trigger(), others) || touch(formulas.toList(), others)
                || touch(event.assignments().stream().map(Event.Assignment::variable).collect(Collectors.toSet()),
                        others);
    }

    private boolean touch(Set<String> names, Collection<Event> events) {
        Set<String> reached = new HashSet<>(names);
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            for (String next : direct.getOrDefault(open.pop(), Set.of())) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return implicit && !events.isEmpty() || events.stream().flatMap(e -> e.assignments().stream())
                .anyMatch(a -> reached.contains(a.variable()));
    }
}
