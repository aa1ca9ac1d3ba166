package propria.engine.step;

import java.util.Arrays;
import propria.engine.Tolerances;
import propria.engine.history.Magnitudes;
import propria.engine.math.Elementary;
import propria.engine.system.SparsityPattern;

/// Measures a change of the states against what the tolerances allow: one is just allowed. Proposes a first step.
final class ErrorScale {

    /// A state or rate below this, in units of the tolerance, says nothing about the first step.
    private static final double TINY = 1e-5;

    private final double relative;
    private final double absolute;
    private final Magnitudes magnitudes;
    private final double[] least;
    private final double[] weights;
    private final double[] moved;
    private final double[] movedRates;

    ErrorScale(Tolerances tolerances, Equations equations) {
        int size = equations.system().stateCount();
        magnitudes = equations.magnitudes();
        least = new double[size];
        relative = tolerances.relative();
        absolute = tolerances.absolute();
        weights = new double[size];
        moved = new double[size];
        movedRates = new double[size];
    }

    /// The root of a number above zero.
    static double root(double value, int degree) {
        return Elementary.exp(Elementary.ln(value) / degree);
    }

    double relative() {
        return relative;
    }

    /// Steps begin here. Changes are measured around this state.
    void begin(double[] y) {
        magnitudes.reach(y);
        measure();
        around(y);
    }

    /// Steps have come here.
    void reach(double[] y) {
        magnitudes.reach(y, relative, absolute, least);
    }

    private void measure() {
        for (int i = 0; i < least.length; i++) {
            least[i] = magnitudes.least(i, relative, absolute);
        }
    }

    /// Changes are measured around this state.
    void around(double[] y) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / (least[i] + relative * Math.abs(y[i]));
        }
    }

    /// Changes are measured between these states.
    void between(double[] y, double[] z) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / (least[i] + relative * Math.max(Math.abs(y[i]), Math.abs(z[i])));
        }
    }

    /// The largest change of a state; not a number if one is not.
    double of(double[] change) {
        double largest = 0;
        for (int i = 0; i < weights.length; i++) {
            double size = Math.abs(change[i]) * weights[i];
            if (!(size <= largest)) {
                if (Double.isNaN(size)) {
                    return Double.NaN;
                }
                largest = size;
            }
        }
        return largest;
    }

    /// The largest sum of a row of a matrix that takes changes to changes: no eigenvalue is larger.
    double norm(SparsityPattern pattern, double[] entries) {
        Arrays.fill(moved, 0);
        for (int column = 0; column < weights.length; column++) {
            for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                moved[pattern.row(k)] += Math.abs(entries[k]) / weights[column];
            }
        }
        return of(moved);
    }

    /// The square of the change of one state.
    double squared(double change, int state) {
        double size = change * weights[state];
        return size * size;
    }

    /// The change of each state.
    double[] each(double[] change) {
        double[] sizes = new double[weights.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(change[i]) * weights[i];
        }
        return sizes;
    }

    /// A first step where nothing is known of the past: so long that a step of Euler's method changes little and its
    /// rates little (Hairer, Nørsett & Wanner, Solving Ordinary Differential Equations I, II.4).
    ///
    /// @param y where changes are measured around
    /// @param rates the derivative at `t` and `y`
    /// @param order the order of the method's error estimate
    /// @return a step of at most `longest`
    double firstStep(Equations equations, double t, double[] y, double[] rates, int order, double longest) {
        double size = of(y);
        double speed = of(rates);
        double h = Math.min(size < TINY || speed < TINY ? 1e-6 * longest : 0.01 * size / speed, longest);
        for (int i = 0; i < y.length; i++) {
            moved[i] = y[i] + h * rates[i];
        }
        if (!equations.rates(t + h, moved, movedRates)) {
            return h * 1e-3;
        }
        for (int i = 0; i < y.length; i++) {
            moved[i] = equations.atOnce()[i] ? 0 : movedRates[i] - rates[i];
        }
        double fastest = Math.max(speed, of(moved) / h);
        double next = fastest <= 1e-15
                ? Math.max(1e-6 * longest, h * 1e-3)
                : root(0.01 / fastest, order + 1);
        return Math.min(Math.min(100 * h, next), longest);
    }
}
