package propria.engine.compile.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

    private final Graph graph = new Graph();
    private final Node x = graph.state(0);
    private final Node y = graph.state(1);
    private final Node k = graph.parameter(0);

    @Test
    void equal_subexpressions_are_one_node() {
        assertThat(graph.multiply(graph.add(x, y), k)).isSameAs(graph.multiply(k, graph.add(y, x)));
        assertThat(graph.subtract(x, y)).isNotSameAs(graph.subtract(y, x));
        assertThat(graph.constant(-0.0)).isSameAs(graph.zero());
    }

    @Test
    void what_changes_nothing_is_left_out() {
        assertThat(graph.add(x, graph.zero())).isSameAs(x);
        assertThat(graph.multiply(graph.one(), x)).isSameAs(x);
        assertThat(graph.multiply(x, graph.zero())).isSameAs(graph.zero());
        assertThat(graph.negate(graph.negate(x))).isSameAs(x);
        assertThat(graph.add(x, graph.negate(y))).isSameAs(graph.subtract(x, y));
        assertThat(graph.select(graph.truth(true), x, y)).isSameAs(x);
        assertThat(graph.call(Intrinsic.EXP, graph.zero())).isSameAs(graph.one());
    }

    @Test
    void small_whole_powers_are_products_and_others_are_not() {
        assertThat(graph.power(x, graph.constant(2))).hasToString("MULTIPLY(y0, y0)");
        assertThat(graph.power(x, graph.constant(4))).isSameAs(graph.power(graph.power(x, graph.constant(2)),
                graph.constant(2)));
        assertThat(graph.power(x, graph.constant(-1))).isSameAs(graph.divide(graph.one(), x));
        assertThat(graph.power(x, graph.constant(0.5))).hasToString("sqrt(y0)");
        assertThat(graph.power(x, graph.constant(3.8))).hasToString("pow(y0, 3.8)");
        assertThat(graph.power(x, graph.zero())).isSameAs(graph.one());
    }

    @Test
    void a_derivative_shares_the_nodes_of_its_function() {
        Node power = graph.power(x, k);
        Node slope = new Gradients(graph).byStates(List.of(power)).getFirst().get(0);
        assertThat(Reach.of(List.of(slope))).contains(power);
    }

    @Test
    void derivatives_through_a_long_chain_stay_small() {
        Node chain = x;
        for (int i = 0; i < 60; i++) {
            chain = graph.multiply(chain, graph.add(chain, y));
        }
        Node by = new Gradients(graph).byStates(List.of(chain)).getFirst().get(0);
        assertThat(Reach.of(List.of(by))).hasSizeLessThan(60 * 6);
    }

    @Test
    void the_rate_in_time_follows_the_states_and_the_clock() {
        Node value = graph.multiply(x, graph.time());
        Node rate = new Gradients(graph).inTime(value, _ -> graph.constant(3));
        assertThat(rate).isSameAs(graph.add(graph.multiply(graph.constant(3), graph.time()), x));
    }

    @Test
    void every_operation_is_rebuilt_on_other_leaves() {
        List<Node> made = new ArrayList<>();
        made.add(graph.select(graph.or(graph.compare(Operation.LESS, x, y), graph.not(graph.exclusiveOr(
                graph.compare(Operation.EQUAL, x, k), graph.and(graph.compare(Operation.LESS_OR_EQUAL, y, x),
                        graph.compare(Operation.NOT_EQUAL, y, k))))),
                graph.negate(graph.divide(x, y)), graph.call(Intrinsic.MINIMUM, x, graph.call(Intrinsic.SIN, y))));
        Replacement swap = new Replacement(graph, leaf -> leaf == x ? y : leaf == y ? x : leaf);
        Node there = swap.in(made.getFirst());
        assertThat(there).isNotSameAs(made.getFirst());
        assertThat(new Replacement(graph, leaf -> leaf == x ? y : leaf == y ? x : leaf).in(there))
                .isSameAs(made.getFirst());
    }
}
