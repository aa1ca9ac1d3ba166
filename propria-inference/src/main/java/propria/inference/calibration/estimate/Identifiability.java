package propria.inference.calibration.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import propria.inference.calibration.FreeParameters;
import propria.inference.calibration.FreeParameters.Free;
import propria.inference.calibration.estimate.CalibrationRun.Result;
import propria.inference.sample.Convergence;

/// How much the evidence says of each free parameter: its interval before and after, the share of its prior variance that is
/// gone, and whether the chains under the last emulator have met.
public final class Identifiability {

    private static final double Z95 = 1.6448536269514722;

    private Identifiability() {
    }

    /// A table as comma-separated text, a line a parameter.
    public static String table(FreeParameters parameters, Result result) {
        StringBuilder text = new StringBuilder("parameter,stage,prior_q05,prior_median,prior_q95,posterior_q05,"
                + "posterior_median,posterior_q95,variance_gone,verdict,r_hat,bulk_ess,tail_ess\n");
        double[] weights = result.weights();
        for (int i = 0; i < parameters.size(); i++) {
            Free free = parameters.all().get(i);
            int place = i;
            double[] normals = result.points().stream().mapToDouble(point -> point[place]).toArray();
            double gone = 1 - variance(normals, weights);
            Convergence met = convergence(result, i);
            text.append(String.format(Locale.ROOT, "%s,%s,%.4g,%.4g,%.4g,%.4g,%.4g,%.4g,%.2f,%s,%.3f,%.0f,%.0f\n",
                    free.id().replace("__", "."), free.stage(), free.prior().at(-Z95), free.prior().at(0),
                    free.prior().at(Z95), free.prior().at(level(normals, weights, 0.05)),
                    free.prior().at(level(normals, weights, 0.5)), free.prior().at(level(normals, weights, 0.95)),
                    gone, verdict(gone), met.rHat(), met.bulkEss(), met.tailEss()));
        }
        return text.toString();
    }

    /// The convergence of one number over the chains under the last emulator.
    public static Convergence convergence(Result result, int place) {
        return Convergence.of(result.sample().chain(place));
    }

    private static String verdict(double gone) {
        List<String> words = List.of("the evidence says next to nothing", "the evidence says a little",
                "the evidence narrows it", "the evidence determines it");
        return words.get(gone < 0.1 ? 0 : gone < 0.35 ? 1 : gone < 0.75 ? 2 : 3);
    }

    private static double level(double[] values, double[] weights, double level) {
        int[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i).toArray();
        double sum = 0;
        for (int i : order) {
            sum += weights[i];
            if (sum >= level) {
                return values[i];
            }
        }
        return values[order[order.length - 1]];
    }

    private static double variance(double[] values, double[] weights) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += weights[i] * values[i];
        }
        double centre = mean;
        double[] squares = Arrays.stream(values).map(v -> (v - centre) * (v - centre)).toArray();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * squares[i];
        }
        return sum;
    }
}
