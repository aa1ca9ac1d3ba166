package propria.inference.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.random.SobolSequenceGenerator;
import propria.engine.random.RandomStream;
import propria.engine.random.Streams;
import propria.inference.posterior.ParameterSpace;

/// How starting points are spread over the prior.
public enum StartDesign {
    /// Each n-th part of each parameter's prior is met once (McKay, Beckman & Conover 1979, doi:10.2307/1268522).
    LATIN_HYPERCUBE("latin-hypercube"),
    /// Sobol's points, scrambled after Owen.
    SOBOL("sobol");

    private static final double SCALE = 0x1.0p32;

    private final String text;

    StartDesign(String text) {
        this.text = text;
    }

    /// The name on the command line.
    public String text() {
        return text;
    }

    /// The one of a name.
    public static Optional<StartDesign> of(String name) {
        return Arrays.stream(values()).filter(d -> d.text.equals(name)).findFirst();
    }

    /// Points in the unit cube.
    ///
    /// @return `count` arrays of `dimensions` numbers between 0 and 1, neither of them
    public List<double[]> unit(int count, int dimensions, long seed) {
        return switch (this) {
            case LATIN_HYPERCUBE -> latinHypercube(count, dimensions, seed);
            case SOBOL -> sobol(count, dimensions, seed);
        };
    }

    /// Points spread as the prior is.
    public List<double[]> points(ParameterSpace space, int count, long seed) {
        return unit(count, space.size(), seed).stream().map(space::priorQuantiles).toList();
    }

    private static List<double[]> latinHypercube(int count, int dimensions, long seed) {
        List<double[]> points = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            points.add(new double[dimensions]);
        }
        RandomStream random = new RandomStream();
        for (int d = 0; d < dimensions; d++) {
            random.begin(seed, d, "latin hypercube");
            int[] order = new int[count];
            for (int k = 0; k < count; k++) {
                int j = (int) (random.uniform() * (k + 1));
                order[k] = order[j];
                order[j] = k;
            }
            for (int k = 0; k < count; k++) {
                points.get(k)[d] = (order[k] + random.uniform()) / count;
            }
        }
        return points;
    }

    private static List<double[]> sobol(int count, int dimensions, long seed) {
        SobolSequenceGenerator generator = new SobolSequenceGenerator(dimensions);
        Streams streams = new Streams(seed);
        int[] keys = new int[dimensions];
        for (int d = 0; d < dimensions; d++) {
            keys[d] = (int) (long) (streams.uniform(0, Streams.NO_SUBJECT, "scramble", d) * SCALE);
        }
        List<double[]> points = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double[] point = generator.nextVector();
            for (int d = 0; d < dimensions; d++) {
                int bits = scramble((int) (long) (point[d] * SCALE), keys[d]);
                point[d] = (Integer.toUnsignedLong(bits) + 0.5) / SCALE;
            }
            points.add(point);
        }
        return points;
    }

    /// Owen's nested scrambling by a hash in which a bit changes with those above it alone: Laine & Karras 2011
    /// (doi:10.1111/j.1467-8659.2011.01983.x) with the constants of Vegdahl, as Burley 2020 (JCGT 9(4)) advises.
    static int scramble(int bits, int key) {
        int x = Integer.reverse(bits);
        x ^= x * 0x3d20adea;
        x += key;
        x *= key >>> 16 | 1;
        x ^= x * 0x05526c56;
        x ^= x * 0x53a22864;
        return Integer.reverse(x);
    }
}
