package propria.engine.benchmark;

import java.util.List;
import propria.engine.system.EquationSystem;

/// Problems of the Test Set for Initial Value Problem Solvers (Mazzia & Magherini, University of Bari, release 2.4) with
/// the reference values given there.
public final class Benchmarks {

    /// A problem and its solution at the end.
    ///
    /// @param relative the relative tolerance to solve it with
    /// @param accuracy how near every method comes then
    /// @param absolute what is small enough to be taken for nothing
    public record Benchmark(String name, EquationSystem system, double[] start, double end, double[] solution,
            double relative, double absolute, double accuracy) {

        Benchmark(String name, EquationSystem system, double[] start, double end, double[] solution) {
            this(name, system, start, end, solution, 1e-8, 1e-18, 2e-6);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Benchmarks() {
    }

    public static List<Benchmark> all() {
        return List.of(robertson(), hires(), oregonator(), vanDerPol(), Pollution.benchmark(), e5(),
                RingModulator.benchmark());
    }

    public static Benchmark robertson() {
        EquationSystem system = new HandWritten(3, 0, (t, y, p, f) -> {
            f[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
            f[2] = 3e7 * y[1] * y[1];
            f[1] = -f[0] - f[2];
        }, (t, y, p, j) -> {
            set(j, 3, 0, -0.04, 1e4 * y[2], 1e4 * y[1]);
            set(j, 3, 1, 0.04, -1e4 * y[2] - 6e7 * y[1], -1e4 * y[1]);
            set(j, 3, 2, 0, 6e7 * y[1], 0);
        });
        return new Benchmark("Robertson", system, new double[]{1, 0, 0}, 1e11,
                new double[]{0.2083340149701255e-7, 0.8333360770334713e-13, 0.9999999791665050});
    }

    public static Benchmark hires() {
        EquationSystem system = new HandWritten(8, 0, (t, y, p, f) -> {
            double binding = 280 * y[5] * y[7];
            f[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
            f[1] = 1.71 * y[0] - 8.75 * y[1];
            f[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
            f[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
            f[4] = -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6];
            f[5] = -binding + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6];
            f[6] = binding - 1.81 * y[6];
            f[7] = -f[6];
        }, (t, y, p, j) -> {
            double six = 280 * y[7];
            double eight = 280 * y[5];
            set(j, 8, 0, -1.71, 0.43, 8.32, 0, 0, 0, 0, 0);
            set(j, 8, 1, 1.71, -8.75, 0, 0, 0, 0, 0, 0);
            set(j, 8, 2, 0, 0, -10.03, 0.43, 0.035, 0, 0, 0);
            set(j, 8, 3, 0, 8.32, 1.71, -1.12, 0, 0, 0, 0);
            set(j, 8, 4, 0, 0, 0, 0, -1.745, 0.43, 0.43, 0);
            set(j, 8, 5, 0, 0, 0, 0.69, 1.71, -six - 0.43, 0.69, -eight);
            set(j, 8, 6, 0, 0, 0, 0, 0, six, -1.81, eight);
            set(j, 8, 7, 0, 0, 0, 0, 0, -six, 1.81, -eight);
        });
        return new Benchmark("HIRES", system, new double[]{1, 0, 0, 0, 0, 0, 0, 0.0057}, 321.8122,
                new double[]{0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4,
                        0.1175651343283149e-2, 0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2,
                        0.2850001604814231e-2});
    }

    public static Benchmark oregonator() {
        EquationSystem system = new HandWritten(3, 0, (t, y, p, f) -> {
            f[0] = 77.27 * (y[1] + y[0] * (1 - 8.375e-6 * y[0] - y[1]));
            f[1] = (y[2] - (1 + y[0]) * y[1]) / 77.27;
            f[2] = 0.161 * (y[0] - y[2]);
        }, (t, y, p, j) -> {
            set(j, 3, 0, 77.27 * (1 - 2 * 8.375e-6 * y[0] - y[1]), 77.27 * (1 - y[0]), 0);
            set(j, 3, 1, -y[1] / 77.27, -(1 + y[0]) / 77.27, 1 / 77.27);
            set(j, 3, 2, 0.161, 0, -0.161);
        });
        return new Benchmark("Oregonator", system, new double[]{1, 2, 3}, 360,
                new double[]{0.1000814870318523e1, 0.1228178521549917e4, 0.1320554942846706e3});
    }

    /// With `mu = 1e6` and time scaled by `mu`.
    public static Benchmark vanDerPol() {
        EquationSystem system = new HandWritten(2, 0, (t, y, p, f) -> {
            f[0] = y[1];
            f[1] = ((1 - y[0] * y[0]) * y[1] - y[0]) / 1e-6;
        }, (t, y, p, j) -> {
            set(j, 2, 0, 0, 1);
            set(j, 2, 1, (-2 * y[0] * y[1] - 1) / 1e-6, (1 - y[0] * y[0]) / 1e-6);
        });
        return new Benchmark("Van der Pol", system, new double[]{2, 0}, 2,
                new double[]{0.1706167732170483e1, -0.8928097010247975});
    }

    /// Until 1e7, as in Hairer & Wanner II, IV.10; afterwards its states are smaller than what rounding leaves of others.
    public static Benchmark e5() {
        EquationSystem system = new HandWritten(4, 0, (t, y, p, f) -> {
            double first = 7.89e-10 * y[0];
            double second = 1.1e7 * y[0] * y[2];
            double third = 1.13e9 * y[1] * y[2];
            double fourth = 1.13e3 * y[3];
            f[0] = -first - second;
            f[1] = first - third;
            f[3] = second - fourth;
            f[2] = f[1] - f[3];
        }, (t, y, p, j) -> {
            double a = 7.89e-10;
            set(j, 4, 0, -a - 1.1e7 * y[2], 0, -1.1e7 * y[0], 0);
            set(j, 4, 1, a, -1.13e9 * y[2], -1.13e9 * y[1], 0);
            set(j, 4, 2, a - 1.1e7 * y[2], -1.13e9 * y[2], -1.1e7 * y[0] - 1.13e9 * y[1], 1.13e3);
            set(j, 4, 3, 1.1e7 * y[2], 0, 1.1e7 * y[0], -1.13e3);
        });
        return new Benchmark("E5", system, new double[]{1.76e-3, 0, 0, 0}, 1e7,
                new double[]{4.7150333630401632e-10, 1.8188895860807021e-14, 1.8188812376786725e-14,
                        8.3484020296321693e-20},
                1e-8, 1e-28, 2e-6);
    }

    private static void set(double[] entries, int n, int row, double... values) {
        for (int column = 0; column < n; column++) {
            entries[column * n + row] = values[column];
        }
    }
}
