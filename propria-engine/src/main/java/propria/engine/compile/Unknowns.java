package propria.engine.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import propria.engine.compile.implicit.Matching;
import propria.model.Model;
import propria.model.Rule;
import propria.model.expression.References;

/// Which quantity each algebraic rule determines: one that may change and that nothing else determines (SBML Level 3
/// Version 2, section 4.9.5). Preferred are quantities that no event sets, that are no boundary species, that the rule
/// itself mentions rather than an assignment rule that it uses, and that have no value of their own.
///
/// @param moved whether reactions or a rate rule determine a quantity
record Unknowns(Model model, Map<String, Rule.Assignment> assigned, Predicate<String> moved,
        Set<String> changedByEvents,
        Problems problems) {

    /// The rule that determines each quantity.
    Map<String, Rule.Algebraic> determined() {
        List<Rule.Algebraic> rules = model.rules().stream().filter(Rule.Algebraic.class::isInstance)
                .map(Rule.Algebraic.class::cast).toList();
        if (rules.isEmpty()) {
            return Map.of();
        }
        Map<String, OptionalDouble> free = free();
        List<String> names = List.copyOf(free.keySet());
        List<int[]> candidates = rules.stream().map(rule -> candidates(rule, free, names)).toList();
        int[] unknowns = Matching.of(candidates, names.size());
        Map<String, Rule.Algebraic> determined = new LinkedHashMap<>();
        for (int k = 0; k < unknowns.length; k++) {
            Rule.Algebraic rule = rules.get(k);
            if (unknowns[k] < 0) {
                problems.add("N101", rule.definedAt(), "no quantity is left for an algebraic rule to determine",
                        "everything that it mentions is constant, or follows from other rules or from reactions",
                        "let the rule mention a quantity that may change and that nothing else determines");
            } else {
                determined.put(names.get(unknowns[k]), rule);
            }
        }
        return determined;
    }

    private int[] candidates(Rule.Algebraic rule, Map<String, OptionalDouble> free, List<String> names) {
        SequencedMap<String, Integer> depths = depths(rule);
        return depths.keySet().stream().filter(free::containsKey)
                .sorted(Comparator.comparing((String id) -> changedByEvents.contains(id))
                        .thenComparing(this::isBoundary)
                        .thenComparing(id -> depths.getOrDefault(id, 0))
                        .thenComparing(id -> free.getOrDefault(id, OptionalDouble.empty()).isPresent()))
                .mapToInt(names::indexOf).toArray();
    }

    private boolean isBoundary(String id) {
        return model.species().stream().anyMatch(s -> s.id().equals(id) && s.boundary());
    }

    /// What the rule depends on, and through how many assignment rules.
    private SequencedMap<String, Integer> depths(Rule.Algebraic rule) {
        SequencedMap<String, Integer> depths = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        References.of(rule.formula()).forEach(id -> {
            depths.put(id, 0);
            open.add(id);
        });
        for (int k = 0; k < open.size(); k++) {
            String id = open.get(k);
            Rule.Assignment followed = assigned.get(id);
            if (followed != null) {
                int depth = depths.getOrDefault(id, 0) + 1;
                for (String further : References.of(followed.formula())) {
                    if (depths.putIfAbsent(further, depth) == null) {
                        open.add(further);
                    }
                }
            }
        }
        return depths;
    }

    /// The quantities that an algebraic rule may determine, with their values where they have one.
    private Map<String, OptionalDouble> free() {
        Map<String, OptionalDouble> free = new LinkedHashMap<>();
        model.species().stream().filter(s -> !s.constant()).forEach(s -> free.put(s.id(), s.initial()));
        model.parameters().stream().filter(p -> !p.constant()).forEach(p -> free.put(p.id(), p.value()));
        model.compartments().stream().filter(c -> !c.constant()).forEach(c -> free.put(c.id(), c.size()));
        model.reactions().stream().flatMap(r -> Stream.concat(r.reactants().stream(), r.products().stream()))
                .forEach(r -> r.id().ifPresent(id -> free.put(id, OptionalDouble.of(1))));
        Set<String> taken = new HashSet<>(assigned.keySet());
        free.keySet().stream().filter(moved).forEach(taken::add);
        free.keySet().removeAll(taken);
        return free;
    }
}
