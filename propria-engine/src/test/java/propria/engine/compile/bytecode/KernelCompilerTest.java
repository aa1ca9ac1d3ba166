package propria.engine.compile.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Intrinsic;
import propria.engine.compile.graph.Node;
import propria.engine.compile.graph.Operation;

class KernelCompilerTest {

    /// Above this HotSpot does not compile a method.
    private static final int HUGE = 8_000;

    /// A tangle: every node uses earlier ones, near and far.
    private static List<Target> tangle(Graph graph, int nodes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Node> made = new ArrayList<>(List.of(graph.time(), graph.state(0), graph.state(70_000)));
        for (int k = 0; k < nodes; k++) {
            Node a = made.get(random.nextInt(made.size()));
            Node b = made.get(made.size() - 1 - random.nextInt(Math.min(20, made.size())));
            made.add(drawn(graph, random, a, b));
        }
        List<Target> targets = new ArrayList<>();
        for (int k = 0; k < made.size(); k += 7) {
            targets.add(new Target(made.get(k), targets.size()));
        }
        return targets;
    }

    private static Node drawn(Graph graph, SplittableRandom random, Node a, Node b) {
        return switch (random.nextInt(6)) {
            case 0 -> graph.add(a, b);
            case 1 -> graph.multiply(graph.constant(random.nextDouble(0.5, 1)), graph.call(Intrinsic.SIN, b));
            case 2 -> graph.subtract(a, b);
            case 3 -> graph.select(graph.compare(Operation.LESS, a, b), graph.call(Intrinsic.COS, a), b);
            case 4 -> graph.select(
                    graph.not(graph.or(graph.compare(Operation.LESS_OR_EQUAL, a, b),
                            graph.and(graph.compare(Operation.NOT_EQUAL, a, b),
                                    graph.compare(Operation.LESS, b, graph.constant(0.2))))),
                    graph.negate(a), b);
            default -> graph.divide(a, graph.add(graph.constant(2), graph.call(Intrinsic.SIN, b)));
        };
    }

    /// Walks the graph.
    private static double value(Node node, Map<Node, Double> known) {
        Double found = known.get(node);
        if (found != null) {
            return found;
        }
        double[] x = new double[node.operandCount()];
        for (int k = 0; k < x.length; k++) {
            x[k] = value(node.operand(k), known);
        }
        double value = switch (node.operation()) {
            case CONSTANT -> node.value();
            case TIME -> 0.7;
            case STATE -> node.index() == 0 ? 1.3 : -0.4;
            case PARAMETER, DELAYED -> throw new AssertionError();
            case ADD -> x[0] + x[1];
            case SUBTRACT -> x[0] - x[1];
            case MULTIPLY -> x[0] * x[1];
            case DIVIDE -> x[0] / x[1];
            case NEGATE -> -x[0];
            case CALL -> node.intrinsic().of(x[0], x.length > 1 ? x[1] : 0);
            case EQUAL -> x[0] == x[1] ? 1 : 0;
            case NOT_EQUAL -> x[0] != x[1] ? 1 : 0;
            case LESS -> x[0] < x[1] ? 1 : 0;
            case LESS_OR_EQUAL -> x[0] <= x[1] ? 1 : 0;
            case AND -> x[0] * x[1];
            case OR -> Math.max(x[0], x[1]);
            case EXCLUSIVE_OR -> Math.abs(x[0] - x[1]);
            case NOT -> 1 - x[0];
            case SELECT -> x[0] == 1 ? x[1] : x[2];
        };
        known.put(node, value);
        return value;
    }

    @Test
    void generated_code_gives_the_bits_of_the_graph_whatever_its_size() {
        for (int size : new int[]{1, 30, 1_000, 20_000}) {
            List<Target> targets = tangle(new Graph(), size, size);
            KernelCompiler compiler = new KernelCompiler();
            Kernel kernel = compiler.compile("Tangle", targets, Memory.EMPTY);
            double[] y = new double[70_001];
            y[0] = 1.3;
            y[70_000] = -0.4;
            double[] out = new double[targets.size()];
            kernel.run(0.7, y, new double[0], new double[compiler.scratchEnd()], out);
            Map<Node, Double> known = new java.util.HashMap<>();
            targets.stream().map(Target::node).forEach(node -> value(node, known));
            for (Target target : targets) {
                assertThat(out[target.place()]).isEqualTo(value(target.node(), known));
            }
        }
    }

    @Test
    void no_generated_method_is_too_large_for_the_compiler_of_the_machine() {
        List<Integer> sizes = new ArrayList<>();
        for (byte[] bytes : new KernelCompiler().classes("Tangle", tangle(new Graph(), 20_000, 5), Memory.EMPTY)) {
            for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
                CodeModel code = method.code().orElseThrow();
                sizes.add(((CodeAttribute) code).codeLength());
            }
        }
        assertThat(sizes).hasSizeGreaterThan(50).allMatch(size -> size < HUGE);
    }

    @Test
    void a_sum_of_many_terms_is_cut_into_expressions_that_fit() {
        Graph graph = new Graph();
        Node sum = graph.zero();
        double expected = 0;
        for (int k = 0; k < 20_000; k++) {
            sum = graph.add(sum, graph.multiply(graph.state(k), graph.constant(k + 0.5)));
            expected += 1.5 * (k + 0.5);
        }
        KernelCompiler compiler = new KernelCompiler();
        Kernel kernel = compiler.compile("Sum", List.of(new Target(sum, 0)), Memory.EMPTY);
        double[] y = new double[20_000];
        java.util.Arrays.fill(y, 1.5);
        double[] out = new double[1];
        kernel.run(0, y, y, new double[compiler.scratchEnd()], out);
        assertThat(out[0]).isEqualTo(expected);
    }

    @Test
    void comparisons_with_what_is_not_a_number_are_false_but_for_inequality() {
        Graph graph = new Graph();
        Node x = graph.state(0);
        List<Target> targets = new ArrayList<>();
        for (Operation relation : List.of(Operation.EQUAL, Operation.LESS, Operation.LESS_OR_EQUAL,
                Operation.NOT_EQUAL)) {
            targets.add(new Target(graph.compare(relation, x, graph.one()), targets.size()));
            targets.add(new Target(graph.compare(relation, graph.one(), x), targets.size()));
        }
        double[] out = new double[targets.size()];
        new KernelCompiler().compile("Compare", targets, Memory.EMPTY).run(0, new double[]{Double.NaN},
                new double[0], new double[99], out);
        assertThat(out).containsExactly(0, 0, 0, 0, 0, 0, 1, 1);
    }
}
