package propria.bench.precision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import propria.bench.contender.Contender;
import propria.bench.contender.ContenderFailure;
import propria.bench.workload.Subject;
import propria.engine.Tolerances;

/// The solution that errors are measured against: the mean of the two contenders that agree best at the tightest
/// tolerance.
///
/// @param values what was recorded, time by time
/// @param measure how errors are measured
/// @param floor the absolute tolerance as a share of the relative one
/// @param agreement the error of one of the two against the other
/// @param sources the names of the two
public record Reference(double[] values, ErrorMeasure measure, double floor, double agreement, String sources) {

    /// The tolerance at which references are computed.
    public static final double TIGHTEST = 1e-12;

    private static final double FIRST_LOOK = 1e-6;
    private static final double SHARE = 1e-3;

    private record Solution(String name, double[] values) {
    }

    /// Finds the reference.
    ///
    /// @param contenders different methods, best known first
    /// @throws NoReference if fewer than two reach the end
    static Reference of(Subject subject, List<Contender> contenders) {
        double floor = subject.floor().orElseGet(() -> floor(subject, contenders));
        double[] sizes = subject.sizes();
        double[] floors = Arrays.stream(sizes).map(size -> floor / size).toArray();
        ErrorMeasure measure = new ErrorMeasure(subject.columns(), floors);
        List<Solution> solutions = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Contender contender : contenders) {
            try {
                solutions.add(solve(contender, new Tolerances(TIGHTEST, TIGHTEST * floor)));
            } catch (ContenderFailure e) {
                failures.add(contender.name() + ": " + e.getMessage());
            }
        }
        if (solutions.size() < 2) {
            throw new NoReference("fewer than two reach the end at " + TIGHTEST + "; " + String.join("; ", failures));
        }
        return best(solutions, measure, floor);
    }

    private static Reference best(List<Solution> solutions, ErrorMeasure measure, double floor) {
        double best = Double.POSITIVE_INFINITY;
        int first = 0;
        int second = 1;
        for (int i = 0; i < solutions.size(); i++) {
            for (int j = i + 1; j < solutions.size(); j++) {
                double error = measure.of(solutions.get(j).values(), solutions.get(i).values()).rootMeanSquare();
                if (error < best) {
                    best = error;
                    first = i;
                    second = j;
                }
            }
        }
        double[] mean = solutions.get(first).values().clone();
        double[] other = solutions.get(second).values();
        for (int k = 0; k < mean.length; k++) {
            mean[k] = 0.5 * (mean[k] + other[k]);
        }
        return new Reference(mean, measure, floor, best,
                solutions.get(first).name() + ", " + solutions.get(second).name());
    }

    /// A thousandth of the median of the largest values of the states, as the solvers hold them.
    static double floor(Subject subject, List<Contender> contenders) {
        double[] values = firstLook(contenders);
        double[] sizes = subject.sizes();
        int columns = subject.columns();
        double[] largest = new double[sizes.length];
        for (int k = 0; k < values.length; k++) {
            int column = k % columns;
            if (column < largest.length) {
                largest[column] = Math.max(largest[column], Math.abs(values[k]) * sizes[column]);
            }
        }
        double[] positive = Arrays.stream(largest).filter(size -> size > 0).sorted().toArray();
        return positive.length == 0 ? SHARE : SHARE * positive[positive.length / 2];
    }

    private static double[] firstLook(List<Contender> contenders) {
        List<String> failures = new ArrayList<>();
        for (Contender contender : contenders) {
            try {
                return solve(contender, new Tolerances(FIRST_LOOK, FIRST_LOOK * SHARE)).values();
            } catch (ContenderFailure e) {
                failures.add(contender.name() + ": " + e.getMessage());
            }
        }
        throw new NoReference("nobody reaches the end; " + String.join("; ", failures));
    }

    private static Solution solve(Contender contender, Tolerances tolerances) {
        try (Contender.Trial trial = contender.at(tolerances)) {
            trial.run(1);
            return new Solution(contender.name(), trial.values());
        }
    }
}
