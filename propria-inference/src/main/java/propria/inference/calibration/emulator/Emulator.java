package propria.inference.calibration.emulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A quick stand-in for the model: each feature is a quadratic of the parameters that are simulated, without their products,
/// fitted by ridge regression (Hoerl and Kennard 1970, doi:10.2307/1267351), and a Gaussian process for what is left of
/// it, products included (kriging with a trend: Sacks, Welch, Mitchell and Wynn 1989, doi:10.1214/ss/1177012413). The
/// features of each population have a process of their own, as other parameters matter in each. What it leads to is always
/// checked by the model itself.
public final class Emulator {

    private static final double RIDGE = 0.5;
    private static final double DISTINCT = 1e-12;
    private static final double LEAST_IMPORTANCE = 0.05;
    private static final int DIRECTIONS = 80;
    private static final double LEAST_SPREAD = 0.05;

    private final int[] places;
    private final double[] centre;
    private final double[] spread;
    private final int[] column;
    private final double[] constant;
    private final double[][] coefficients;
    private final List<Part> parts = new ArrayList<>();

    /// What the trend leaves of the features of one population.
    ///
    /// @param columns of the features
    private record Part(int[] columns, Basis basis, Kriging kriging) {
    }

    /// Fits.
    ///
    /// @param points where the model was simulated, as standard normal numbers
    /// @param features what it gave
    /// @param weights how much each point counts for the trend; those of weight 1 say where the emulator is needed
    /// @param places of the numbers that the features depend on
    /// @param groups the population of each feature
    public Emulator(List<double[]> points, List<double[]> features, double[] weights, int[] places, int[] groups) {
        this.places = places.clone();
        centre = new double[places.length];
        spread = new double[places.length];
        standardise(points, weights);
        List<double[]> inputs = points.stream().map(this::input).toList();
        int size = features.getFirst().length;
        column = new int[size];
        constant = features.getFirst().clone();
        List<double[]> columns = columns(features, size);
        double[][] terms = inputs.stream().map(Emulator::terms).toArray(double[][]::new);
        coefficients = trend(terms, columns, weights);
        double[][] left = left(terms, columns);
        members(groups, columns.size()).values().forEach(of -> part(of, inputs, left));
    }

    private void standardise(List<double[]> points, double[] weights) {
        for (int p = 0; p < places.length; p++) {
            int place = places[p];
            double[] near = java.util.stream.IntStream.range(0, weights.length).filter(i -> weights[i] >= 1)
                    .mapToDouble(i -> points.get(i)[place]).toArray();
            double mean = Arrays.stream(near).average().orElse(0);
            centre[p] = mean;
            spread[p] = StrictMath.max(LEAST_SPREAD,
                    StrictMath.sqrt(Arrays.stream(near).map(x -> (x - mean) * (x - mean)).average().orElse(1)));
        }
    }

    private double[] input(double[] point) {
        double[] x = new double[places.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (point[places[i]] - centre[i]) / spread[i];
        }
        return x;
    }

    /// The columns of each population; a column that several share is the first one's.
    private Map<Integer, List<Integer>> members(int[] groups, int columns) {
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        boolean[] taken = new boolean[columns];
        for (int k = 0; k < column.length; k++) {
            if (column[k] >= 0 && !taken[column[k]]) {
                taken[column[k]] = true;
                members.computeIfAbsent(groups[k], _ -> new ArrayList<>()).add(column[k]);
            }
        }
        return members;
    }

    private void part(List<Integer> of, List<double[]> inputs, double[][] left) {
        int[] columns = of.stream().mapToInt(i -> i).toArray();
        double[][] own = new double[left.length][columns.length];
        for (int i = 0; i < left.length; i++) {
            for (int k = 0; k < columns.length; k++) {
                own[i][k] = left[i][columns[k]];
            }
        }
        Basis basis = Basis.of(own, DIRECTIONS);
        if (basis.loadings().length > 0) {
            parts.add(new Part(columns, basis, Kriging.fit(inputs, basis.scores(), importance(columns))));
        }
    }

    /// The features that differ from one another and between points.
    private List<double[]> columns(List<double[]> features, int size) {
        List<double[]> columns = new ArrayList<>();
        Map<Integer, List<Integer>> known = new LinkedHashMap<>();
        for (int k = 0; k < size; k++) {
            int place = k;
            double[] values = features.stream().mapToDouble(f -> f[place]).toArray();
            double first = values[0];
            if (Arrays.stream(values).allMatch(v -> StrictMath.abs(v - first) < DISTINCT)) {
                column[k] = -1;
                continue;
            }
            List<Integer> same = known.computeIfAbsent(Arrays.hashCode(values), _ -> new ArrayList<>());
            int found = same.stream().filter(c -> Arrays.equals(columns.get(c), values)).findFirst().orElse(-1);
            if (found < 0) {
                found = columns.size();
                columns.add(values);
                same.add(found);
            }
            column[k] = found;
        }
        return columns;
    }

    private static double[] terms(double[] x) {
        double[] terms = new double[1 + 2 * x.length];
        terms[0] = 1;
        for (int i = 0; i < x.length; i++) {
            terms[1 + i] = x[i];
            terms[1 + x.length + i] = x[i] * x[i] - 1;
        }
        return terms;
    }

    private static double[][] trend(double[][] terms, List<double[]> columns, double[] weights) {
        int size = terms[0].length;
        double[][] normal = new double[size][size];
        double[][] right = new double[size][columns.size()];
        for (int i = 0; i < terms.length; i++) {
            for (int a = 0; a < size; a++) {
                double weighted = weights[i] * terms[i][a];
                for (int b = 0; b <= a; b++) {
                    normal[a][b] += weighted * terms[i][b];
                }
                for (int k = 0; k < columns.size(); k++) {
                    right[a][k] += weighted * columns.get(k)[i];
                }
            }
        }
        for (int a = 1; a < size; a++) {
            normal[a][a] += RIDGE;
        }
        Systems.solve(Systems.factor(normal), right);
        return right;
    }

    private double[][] left(double[][] terms, List<double[]> columns) {
        double[][] left = new double[terms.length][columns.size()];
        for (int i = 0; i < terms.length; i++) {
            double[] fitted = product(terms[i], coefficients);
            for (int k = 0; k < fitted.length; k++) {
                left[i][k] = columns.get(k)[i] - fitted[k];
            }
        }
        return left;
    }

    /// How much each number matters: the root of its mean share of the variance of a feature, by the trend; zero where that is
    /// next to nothing.
    private double[] importance(int[] columns) {
        double[] share = new double[places.length];
        for (int k : columns) {
            double variance = DISTINCT;
            for (int a = 1; a < coefficients.length; a++) {
                variance += coefficients[a][k] * coefficients[a][k];
            }
            for (int p = 0; p < share.length; p++) {
                double linear = coefficients[1 + p][k];
                double square = coefficients[1 + share.length + p][k];
                share[p] += (linear * linear + square * square) / variance;
            }
        }
        double most = Arrays.stream(share).max().orElse(1);
        return Arrays.stream(share).map(s -> StrictMath.sqrt(s / most)).map(s -> s < LEAST_IMPORTANCE ? 0 : s)
                .toArray();
    }

    private static double[] product(double[] row, double[][] matrix) {
        double[] sum = new double[matrix[0].length];
        for (int a = 0; a < row.length; a++) {
            double[] line = matrix[a];
            double x = row[a];
            for (int k = 0; k < sum.length; k++) {
                sum[k] += x * line[k];
            }
        }
        return sum;
    }

    /// The features at a point.
    public double[] at(double[] point) {
        double[] x = input(point);
        double[] distinct = product(terms(x), coefficients);
        for (Part part : parts) {
            double[] left = product(part.kriging().at(x), part.basis().loadings());
            for (int k = 0; k < left.length; k++) {
                distinct[part.columns()[k]] += left[k];
            }
        }
        double[] all = constant.clone();
        for (int k = 0; k < all.length; k++) {
            if (column[k] >= 0) {
                all[k] = distinct[column[k]];
            }
        }
        return all;
    }
}
