package propria.engine.solve;

import propria.engine.Tolerances;

/// Measures errors in units of the tolerance, and proposes a first step.
final class ErrorScale {

    private final double relative;
    private final double absolute;

    ErrorScale(Tolerances tolerances) {
        this.relative = tolerances.relative();
        this.absolute = tolerances.absolute();
    }

    double relative() {
        return relative;
    }

    double of(double y) {
        return absolute + relative * Math.abs(y);
    }

    /// The root mean square of `factor * error` in units of the tolerance at `y`.
    double norm(double[] error, double factor, double[] y) {
        double sum = 0;
        for (int i = 0; i < error.length; i++) {
            double e = factor * error[i] / of(y[i]);
            sum += e * e;
        }
        return error.length == 0 ? 0 : Math.sqrt(sum / error.length);
    }

    /// A step that is small against the first and second derivative (Hairer, Nørsett & Wanner 1993, II.4).
    double firstStep(Equations equations, double t, double[] y, double[] rates, double limit, int order, double[] work,
            double[] moreRates) {
        double size = norm(y, 1, y);
        double speed = norm(rates, 1, y);
        double h = size < 1e-5 || speed < 1e-5 ? 1e-6 : 0.01 * size / speed;
        h = Math.min(h, limit - t);
        for (int i = 0; i < y.length; i++) {
            work[i] = y[i] + h * rates[i];
        }
        equations.rates(t + h, work, moreRates);
        for (int i = 0; i < y.length; i++) {
            work[i] = (moreRates[i] - rates[i]) / h;
        }
        double bend = norm(work, 1, y);
        double largest = Math.max(speed, bend);
        double next = largest <= 1e-15
                ? Math.max(1e-6, h * 1e-3)
                : StrictMath.pow(0.01 / largest, 1.0 / (order + 1));
        double proposed = Math.min(100 * h, next);
        return Math.min(Double.isFinite(proposed) && proposed > 0 ? proposed : 1e-9, limit - t);
    }
}
