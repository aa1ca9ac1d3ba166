package propria.engine.benchmark;

import java.util.ArrayList;
import java.util.List;
import propria.engine.system.SparsityPattern;

/// How an antibody enters tissue, a reaction and diffusion on 200 points, 400 states (Akzo Nobel Central Research), from
/// the Test Set for Initial Value Problem Solvers. The only parameter is what flows in: 2 until time 5, then nothing.
public final class MedicalAkzoNobel {

    private static final int POINTS = 200;
    private static final double BINDING = 100;
    private static final double SQUARE = 16;
    private static final double STEP = 1.0 / POINTS;

    /// States, and their values at time 20.
    public static final int[] STATES = {78, 132, 170, 198, 199};
    public static final double[] SOLUTION = {0.2339942217046434e-3, 0.3576835958481664e-3, 0.3085949832350532e-3,
            0.1173741304462833e-3, 0.6190822732534586e-5};

    private MedicalAkzoNobel() {
    }

    public static double[] start() {
        double[] y = new double[2 * POINTS];
        for (int j = 0; j < POINTS; j++) {
            y[2 * j + 1] = 1;
        }
        return y;
    }

    public static HandWritten system() {
        return new HandWritten(2 * POINTS, 1, pattern(), MedicalAkzoNobel::rates, MedicalAkzoNobel::jacobian);
    }

    private static double drift(int j) {
        double left = (j + 1) * STEP - 1;
        return 2 * left * left * left / SQUARE / (2 * STEP);
    }

    private static double diffusion(int j) {
        double left = (j + 1) * STEP - 1;
        return left * left * left * left / SQUARE / (STEP * STEP);
    }

    private static void rates(double t, double[] y, double[] p, double[] f) {
        for (int j = 0; j < POINTS; j++) {
            double here = y[2 * j];
            double before = j == 0 ? p[0] : y[2 * j - 2];
            double after = j == POINTS - 1 ? here : y[2 * j + 2];
            double bound = BINDING * here * y[2 * j + 1];
            f[2 * j] = drift(j) * (after - before) + diffusion(j) * (before - 2 * here + after) - bound;
            f[2 * j + 1] = -bound;
        }
    }

    private static SparsityPattern pattern() {
        int[] starts = new int[2 * POINTS + 1];
        List<Integer> rows = new ArrayList<>();
        for (int j = 0; j < POINTS; j++) {
            if (j > 0) {
                rows.add(2 * j - 2);
            }
            rows.add(2 * j);
            rows.add(2 * j + 1);
            if (j < POINTS - 1) {
                rows.add(2 * j + 2);
            }
            starts[2 * j + 1] = rows.size();
            rows.add(2 * j);
            rows.add(2 * j + 1);
            starts[2 * j + 2] = rows.size();
        }
        return new SparsityPattern(2 * POINTS, starts, rows.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void jacobian(double t, double[] y, double[] p, double[] entries) {
        int next = 0;
        for (int j = 0; j < POINTS; j++) {
            if (j > 0) {
                entries[next++] = drift(j - 1) + diffusion(j - 1);
            }
            double free = BINDING * y[2 * j + 1];
            double atWall = j == POINTS - 1 ? drift(j) + diffusion(j) : 0;
            entries[next++] = -2 * diffusion(j) + atWall - free;
            entries[next++] = -free;
            if (j < POINTS - 1) {
                entries[next++] = -drift(j + 1) + diffusion(j + 1);
            }
            entries[next++] = -BINDING * y[2 * j];
            entries[next++] = -BINDING * y[2 * j];
        }
    }
}
