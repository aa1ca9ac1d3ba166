package propria.bench.sundials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import propria.bench.ccode.CModel;
import propria.bench.ccode.CModelWriter;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.system.EquationSystem;
import propria.engine.system.SparsityPattern;
import propria.formats.antimony.AntimonyReader;
import propria.model.Model;

/// Two roads from a model to numbers: C by the derivatives of the model's formulas, bytecode by those of the graph.
class GeneratedCTest {

    private static final int STATES = 5;

    @Test
    void c_and_bytecode_agree_on_random_models() {
        for (long seed = 1; seed <= 12; seed++) {
            String text = new RandomText(seed).model();
            compare(AntimonyReader.readText(text, "random.ant"), seed, text);
        }
    }

    @Test
    void c_and_bytecode_agree_on_the_gut() {
        Path file = Tools.ROOT.resolve("library/models/gut/gut.ant");
        compare(AntimonyReader.read(file), 7, file.toString());
    }

    static void compare(Model model, long seed, String what) {
        CompiledModel compiled = ModelCompiler.compile(model);
        EquationSystem system = compiled.system();
        CModel written = CModelWriter.write(model, compiled, compiled.outputIds());
        CvodeLibrary library = Tools.chain().compile(written);
        SplittableRandom random = new SplittableRandom(seed);
        double[] p = compiled.parameters(Map.of());
        double[] start = compiled.initialState(0, p, Map.of());
        for (int k = 0; k < STATES; k++) {
            double[] y = start.clone();
            for (int i = 0; i < y.length && k > 0; i++) {
                y[i] = (y[i] + 0.01) * random.nextDouble(0.2, 3);
            }
            compareAt(system, library, k * 0.7, y, p, what);
        }
    }

    private static void compareAt(EquationSystem system, CvodeLibrary library, double t, double[] y, double[] p,
            String what) {
        double[] scratch = new double[system.scratchSize()];
        double[] rates = new double[y.length];
        double[] entries = new double[system.jacobianPattern().entries()];
        double[] outputs = new double[system.outputCount()];
        system.derivative(t, y, p, scratch, rates);
        system.jacobian(t, y, p, scratch, entries);
        system.outputs(t, y, p, scratch, outputs);
        double[] inC = new double[y.length];
        double[] entriesInC = new double[library.model().jacobian().entries()];
        double[] outputsInC = new double[system.outputCount()];
        library.functions(t, y, p, inC, entriesInC, outputsInC);
        same(inC, rates, "rates of " + what);
        same(outputsInC, outputs, "outputs of " + what);
        same(full(library.model().jacobian(), entriesInC), full(system.jacobianPattern(), entries),
                "Jacobian of " + what);
    }

    private static double[] full(SparsityPattern pattern, double[] entries) {
        double[] full = new double[pattern.size() * pattern.size()];
        for (int column = 0; column < pattern.size(); column++) {
            for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                full[column * pattern.size() + pattern.row(k)] = entries[k];
            }
        }
        return full;
    }

    private static void same(double[] actual, double[] expected, String what) {
        double size = 0;
        for (double value : expected) {
            size = Math.max(size, Double.isFinite(value) ? Math.abs(value) : 0);
        }
        for (int i = 0; i < expected.length; i++) {
            if (Double.isFinite(expected[i])) {
                double allowed = 1e-10 * Math.abs(expected[i]) + 1e-13 * size;
                assertThat(actual[i]).as("%s, place %d", what, i).isCloseTo(expected[i], within(allowed));
            } else {
                assertThat(Double.isNaN(actual[i])).as("%s, place %d", what, i).isEqualTo(Double.isNaN(expected[i]));
            }
        }
    }
}
