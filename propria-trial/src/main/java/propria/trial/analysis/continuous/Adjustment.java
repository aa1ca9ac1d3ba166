package propria.trial.analysis.continuous;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.trial.analysis.Linear;

/// What Kenward and Roger (Biometrics 53 (1997), 983-997) put right: the covariance of the coefficients for the covariance of
/// the visits being estimated.
///
/// @param covariance of the coefficients, adjusted
/// @param slopes of the unadjusted one by each parameter of the covariance of the visits
/// @param uncertainty the covariance of these parameters
record Adjustment(double[][] covariance, double[][][] slopes, double[][] uncertainty) {

    static Adjustment of(RepeatedFit fit) {
        int p = fit.theta().length;
        int terms = fit.beta().length;
        int[] rowOf = new int[p];
        int[] columnOf = new int[p];
        for (int row = 0; row < fit.sigma().length; row++) {
            for (int column = 0; column <= row; column++) {
                rowOf[RepeatedFit.index(row, column)] = row;
                columnOf[RepeatedFit.index(row, column)] = column;
            }
        }
        double[][][] first = new double[p][terms][terms];
        double[][][][] second = new double[p][p][terms][terms];
        double[][] traces = new double[p][p];
        for (Group group : groups(fit)) {
            double[][][] sandwiches = new double[p][][];
            for (int t = 0; t < p; t++) {
                sandwiches[t] = RepeatedFit.sandwich(group.at, group.inverse, rowOf[t], columnOf[t]);
                group.addProjected(first[t], sandwiches[t]);
            }
            for (int i = 0; i < p; i++) {
                for (int j = 0; j <= i; j++) {
                    double[][] both = new double[sandwiches[i].length][];
                    for (int k = 0; k < both.length; k++) {
                        both[k] = RepeatedFit.turned(group.at, rowOf[j], columnOf[j], sandwiches[i][k]);
                    }
                    for (int k = 0; k < both.length; k++) {
                        traces[i][j] += group.count * both[k][k];
                    }
                    group.addProjected(second[i][j], product(both, group.inverse));
                }
            }
        }
        return of(fit, first, second, traces);
    }

    private static Adjustment of(RepeatedFit fit, double[][][] first, double[][][][] second, double[][] traces) {
        int p = first.length;
        double[][] phi = fit.phi();
        double[][][] phiFirst = new double[p][][];
        double[][][] slopes = new double[p][][];
        for (int i = 0; i < p; i++) {
            phiFirst[i] = product(phi, first[i]);
            slopes[i] = product(phiFirst[i], phi);
        }
        double[][] observed = fit.averageInformation();
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double expected = traces[i][j] - 2 * trace(phi, second[i][j]) + trace(phiFirst[i], phiFirst[j]);
                observed[i][j] = 2 * observed[i][j] - expected / 2;
                observed[j][i] = observed[i][j];
            }
        }
        double[][] uncertainty = Linear.inverse(observed);
        double[][] middle = new double[phi.length][phi.length];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double weight = (i == j ? 1 : 2) * uncertainty[i][j];
                double[][] lost = product(first[i], phiFirst[j]);
                for (int a = 0; a < phi.length; a++) {
                    for (int b = 0; b < phi.length; b++) {
                        middle[a][b] += weight * ((second[i][j][a][b] + second[i][j][b][a]) / 2
                                - (lost[a][b] + lost[b][a]) / 2);
                    }
                }
            }
        }
        double[][] more = product(product(phi, middle), phi);
        double[][] covariance = new double[phi.length][phi.length];
        for (int a = 0; a < phi.length; a++) {
            for (int b = 0; b < phi.length; b++) {
                covariance[a][b] = phi[a][b] + 2 * more[a][b];
            }
        }
        return new Adjustment(covariance, slopes, uncertainty);
    }

    /// Subjects who have the same visits: their products of terms are summed once, whatever stands between them.
    private static final class Group {

        private final int[] at;
        private final double[][] inverse;
        private final double[][][][] products;
        private int count;

        Group(int[] at, double[][] inverse, int terms) {
            this.at = at;
            this.inverse = inverse;
            this.products = new double[at.length][at.length][terms][terms];
        }

        void add(double[][] rows) {
            count++;
            for (int k = 0; k < at.length; k++) {
                for (int l = 0; l < at.length; l++) {
                    double[][] sum = products[k][l];
                    for (int a = 0; a < sum.length; a++) {
                        for (int b = 0; b < sum.length; b++) {
                            sum[a][b] += rows[k][a] * rows[l][b];
                        }
                    }
                }
            }
        }

        /// Adds `X' M X` of all of them.
        void addProjected(double[][] sum, double[][] matrix) {
            for (int k = 0; k < at.length; k++) {
                for (int l = 0; l < at.length; l++) {
                    double m = matrix[k][l];
                    for (int a = 0; a < sum.length && m != 0; a++) {
                        for (int b = 0; b < sum.length; b++) {
                            sum[a][b] += m * products[k][l][a][b];
                        }
                    }
                }
            }
        }
    }

    private static Collection<Group> groups(RepeatedFit fit) {
        Map<List<Integer>, Group> groups = new LinkedHashMap<>();
        for (int s = 0; s < fit.inverses().length; s++) {
            RepeatedMeasures.Subject subject = fit.data().subjects().get(s);
            double[][] inverse = fit.inverses()[s];
            groups.computeIfAbsent(Arrays.stream(subject.at()).boxed().toList(),
                    _ -> new Group(subject.at(), inverse, fit.beta().length)).add(subject.rows());
        }
        return groups.values();
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] result = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    result[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return result;
    }

    /// The trace of a product.
    private static double trace(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                sum += a[i][k] * b[k][i];
            }
        }
        return sum;
    }
}
