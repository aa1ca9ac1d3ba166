package propria.formats.sbml.level.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Elements in an order in which each comes after those that it needs; otherwise as they were.
///
/// @param <T> the elements
public final class InOrder<T> {

    private final Map<String, T> byName = new HashMap<>();
    private final Function<T, ? extends Collection<String>> needs;
    private final Set<T> begun = new HashSet<>();
    private final List<T> done = new ArrayList<>();

    private InOrder(Function<T, ? extends Collection<String>> needs) {
        this.needs = needs;
    }

    /// @param name the name of an element
    /// @param needs the names that an element needs; those of nothing among the elements count for nothing, circles are
    ///        cut
    public static <T> List<T> of(List<T> elements, Function<T, String> name,
            Function<T, ? extends Collection<String>> needs) {
        InOrder<T> order = new InOrder<>(needs);
        elements.forEach(element -> order.byName.put(name.apply(element), element));
        elements.forEach(order::add);
        return order.done;
    }

    private void add(T element) {
        if (begun.add(element)) {
            for (String needed : needs.apply(element)) {
                T before = byName.get(needed);
                if (before != null) {
                    add(before);
                }
            }
            done.add(element);
        }
    }
}
