package propria.study.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import propria.engine.random.Normal;

/// How closely the effect on an endpoint follows a parameter over the draws.
///
/// @param parameter the id of the parameter
/// @param spearman the rank correlation, -1 to 1
/// @param low the lower end of its 90 % interval
/// @param high the upper end
public record Influence(String endpoint, String parameter, double spearman, double low, double high) {

    private static final int MOST = 30;
    private static final int FEWEST_DRAWS = 10;

    /// The parameters that each effect follows most closely, closest first.
    ///
    /// @param parameters the ids of what was drawn
    /// @param drawn by draw, then by parameter: the drawn values or anything that rises with them
    public static List<Influence> of(List<Effect> effects, List<String> parameters, List<double[]> drawn) {
        List<Influence> influences = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect.effect().isEmpty() && effect.endpoint().comparison().isPresent()
                    || drawn.size() < FEWEST_DRAWS) {
                continue;
            }
            List<Influence> one = new ArrayList<>();
            for (int p = 0; p < parameters.size(); p++) {
                int column = p;
                double[] values = drawn.stream().mapToDouble(draw -> draw[column]).toArray();
                double rho = spearman(values, effect.draws());
                if (!Double.isNaN(rho)) {
                    one.add(interval(effect.endpoint().id(), parameters.get(p), rho, values.length));
                }
            }
            one.sort(Comparator.comparingDouble((Influence i) -> -StrictMath.abs(i.spearman()))
                    .thenComparing(Influence::parameter));
            influences.addAll(one.subList(0, Math.min(MOST, one.size())));
        }
        return influences;
    }

    /// Fisher's transform with the variance for ranks of Bonett and Wright 2000 (doi:10.1007/BF02294183).
    private static Influence interval(String endpoint, String parameter, double rho, int n) {
        double inside = StrictMath.max(-1 + 1e-12, StrictMath.min(1 - 1e-12, rho));
        double z = 0.5 * StrictMath.log((1 + inside) / (1 - inside));
        double half = Normal.Z95 * StrictMath.sqrt((1 + rho * rho / 2) / (n - 3));
        return new Influence(endpoint, parameter, rho, StrictMath.tanh(z - half), StrictMath.tanh(z + half));
    }

    /// The rank correlation of pairs of which both are numbers; not a number when either does not vary.
    static double spearman(double[] x, double[] y) {
        int[] pairs = IntStream.range(0, x.length).filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i])).toArray();
        double[] a = ranks(Arrays.stream(pairs).mapToDouble(i -> x[i]).toArray());
        double[] b = ranks(Arrays.stream(pairs).mapToDouble(i -> y[i]).toArray());
        double middle = (pairs.length + 1) / 2.0;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < pairs.length; i++) {
            ab += (a[i] - middle) * (b[i] - middle);
            aa += (a[i] - middle) * (a[i] - middle);
            bb += (b[i] - middle) * (b[i] - middle);
        }
        return aa == 0 || bb == 0 ? Double.NaN : ab / StrictMath.sqrt(aa * bb);
    }

    /// Ranks from 1; equal values share the mean of their ranks.
    private static double[] ranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        int first = 0;
        while (first < order.length) {
            int last = first;
            while (last + 1 < order.length && values[order[last + 1]] == values[order[first]]) {
                last++;
            }
            for (int i = first; i <= last; i++) {
                ranks[order[i]] = (first + last) / 2.0 + 1;
            }
            first = last + 1;
        }
        return ranks;
    }
}
