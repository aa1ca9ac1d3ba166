package propria.engine.stochastic;

import propria.engine.Counters;

/// Means and sums of squared deviations, run by run: Welford 1962 (doi:10.1080/00401706.1962.10490022), joined as in
/// Chan, Golub and LeVeque 1983 (doi:10.1080/00031305.1983.10483115).
final class Moments {

    private final double[] means;
    private final double[] squares;
    private long count;
    private Counters counters = Counters.NONE;

    Moments(int size) {
        means = new double[size];
        squares = new double[size];
    }

    void add(double[] values, Counters work) {
        count++;
        counters = counters.plus(work);
        for (int k = 0; k < means.length; k++) {
            double deviation = values[k] - means[k];
            means[k] += deviation / count;
            squares[k] += deviation * (values[k] - means[k]);
        }
    }

    void add(Moments other) {
        if (other.count == 0) {
            return;
        }
        double share = (double) other.count / (count + other.count);
        for (int k = 0; k < means.length; k++) {
            double apart = other.means[k] - means[k];
            means[k] += apart * share;
            squares[k] += other.squares[k] + apart * apart * share * count;
        }
        count += other.count;
        counters = counters.plus(other.counters);
    }

    double[] means() {
        return means.clone();
    }

    /// Standard deviations, with one less than the number of runs as divisor; zero for a single run.
    double[] deviations() {
        double[] deviations = new double[squares.length];
        for (int k = 0; k < squares.length && count > 1; k++) {
            deviations[k] = Math.sqrt(squares[k] / (count - 1));
        }
        return deviations;
    }

    Counters counters() {
        return counters;
    }
}
