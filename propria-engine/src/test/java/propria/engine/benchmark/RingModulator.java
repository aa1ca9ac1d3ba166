package propria.engine.benchmark;

import java.util.Arrays;

/// An electric circuit of 15 states that multiplies two sine waves (Horneber 1976), from the Test Set for Initial Value
/// Problem Solvers. Stiff and oscillating at once.
final class RingModulator {

    private static final int N = 15;
    private static final double C = 1.6e-8;
    private static final double CS = 2e-12;
    private static final double CP = 1e-8;
    private static final double LH = 4.45;
    private static final double LS1 = 0.002;
    private static final double LS2 = 5e-4;
    private static final double GAMMA = 40.67286402e-9;
    private static final double R = 25_000;
    private static final double RP = 50;
    private static final double RG1 = 36.3;
    private static final double RG2 = 17.3;
    private static final double RI = 50;
    private static final double RC = 600;
    private static final double DELTA = 17.7493332;

    /// How each diode's voltage depends on the states 3 to 7, and the share of the second wave in it.
    private static final double[][] VOLTAGE = {{1, 0, -1, 0, -1}, {0, -1, 0, 1, -1}, {0, 1, 1, 0, 1},
            {-1, 0, 0, -1, 1}};
    private static final double[] WAVE = {-1, -1, 1, 1};
    /// With which sign each diode's current flows into the states 3 to 7.
    private static final double[][] CURRENT = {{-1, 0, 0, 1}, {0, 1, -1, 0}, {1, 0, -1, 0}, {0, -1, 0, 1},
            {1, 1, -1, -1}};

    private static final double[] SOLUTION = {-0.2339057358486745e-1, -0.7367485485540825e-2, 0.2582956709291169,
            -0.4064465721283450, -0.4039455665149794, 0.2607966765422943, 0.1106761861269975, 0.2939904342435596e-6,
            -0.2840029933642329e-7, 0.7267198267264553e-3, 0.7929487196960840e-3, -0.7255283495698965e-3,
            -0.7941401968526521e-3, 0.7088495416976114e-4, 0.2390059075236570e-4};

    private RingModulator() {
    }

    static Benchmarks.Benchmark benchmark() {
        HandWritten system = new HandWritten(N, 0, RingModulator::rates, RingModulator::jacobian);
        return new Benchmarks.Benchmark("Ring modulator", system, new double[N], 1e-3, SOLUTION, 1e-9, 1e-14, 3e-5);
    }

    private static void rates(double t, double[] y, double[] p, double[] f) {
        double slow = 0.5 * StrictMath.sin(2000 * Math.PI * t);
        double[] current = new double[4];
        for (int d = 0; d < 4; d++) {
            current[d] = GAMMA * (StrictMath.exp(DELTA * voltage(d, t, y)) - 1);
        }
        f[0] = (y[7] - 0.5 * y[9] + 0.5 * y[10] + y[13] - y[0] / R) / C;
        f[1] = (y[8] - 0.5 * y[11] + 0.5 * y[12] + y[14] - y[1] / R) / C;
        double[] own = {y[9], -y[10], y[11], -y[12], -y[6] / RP};
        for (int k = 0; k < 5; k++) {
            double sum = own[k];
            for (int d = 0; d < 4; d++) {
                sum += CURRENT[k][d] * current[d];
            }
            f[2 + k] = sum / capacity(k);
        }
        f[7] = -y[0] / LH;
        f[8] = -y[1] / LH;
        f[9] = (0.5 * y[0] - y[2] - RG2 * y[9]) / LS2;
        f[10] = (-0.5 * y[0] + y[3] - RG2 * y[10]) / LS2;
        f[11] = (0.5 * y[1] - y[4] - RG2 * y[11]) / LS2;
        f[12] = (-0.5 * y[1] + y[5] - RG2 * y[12]) / LS2;
        f[13] = (-y[0] + slow - (RI + RG1) * y[13]) / LS1;
        f[14] = (-y[1] - (RC + RG1) * y[14]) / LS1;
    }

    private static double capacity(int k) {
        return k == 4 ? CP : CS;
    }

    private static double voltage(int diode, double t, double[] y) {
        double voltage = WAVE[diode] * 2 * StrictMath.sin(20_000 * Math.PI * t);
        for (int k = 0; k < 5; k++) {
            voltage += VOLTAGE[diode][k] * y[2 + k];
        }
        return voltage;
    }

    private static void jacobian(double t, double[] y, double[] p, double[] entries) {
        Arrays.fill(entries, 0);
        put(entries, 0, 1 / C, 0, -1 / R, 7, 1, 9, -0.5, 10, 0.5, 13, 1);
        put(entries, 1, 1 / C, 1, -1 / R, 8, 1, 11, -0.5, 12, 0.5, 14, 1);
        put(entries, 2, 1 / CS, 9, 1);
        put(entries, 3, 1 / CS, 10, -1);
        put(entries, 4, 1 / CS, 11, 1);
        put(entries, 5, 1 / CS, 12, -1);
        put(entries, 6, 1 / CP, 6, -1 / RP);
        put(entries, 7, -1 / LH, 0, 1);
        put(entries, 8, -1 / LH, 1, 1);
        put(entries, 9, 1 / LS2, 0, 0.5, 2, -1, 9, -RG2);
        put(entries, 10, 1 / LS2, 0, -0.5, 3, 1, 10, -RG2);
        put(entries, 11, 1 / LS2, 1, 0.5, 4, -1, 11, -RG2);
        put(entries, 12, 1 / LS2, 1, -0.5, 5, 1, 12, -RG2);
        put(entries, 13, 1 / LS1, 0, -1, 13, -RI - RG1);
        put(entries, 14, 1 / LS1, 1, -1, 14, -RC - RG1);
        for (int d = 0; d < 4; d++) {
            double slope = GAMMA * DELTA * StrictMath.exp(DELTA * voltage(d, t, y));
            for (int k = 0; k < 5; k++) {
                for (int state = 0; state < 5; state++) {
                    entries[(2 + state) * N + 2 + k] += CURRENT[k][d] * slope * VOLTAGE[d][state] / capacity(k);
                }
            }
        }
    }

    /// @param columnsAndValues in turns
    private static void put(double[] entries, int row, double factor, double... columnsAndValues) {
        for (int k = 0; k < columnsAndValues.length; k += 2) {
            entries[(int) columnsAndValues[k] * N + row] += factor * columnsAndValues[k + 1];
        }
    }
}
