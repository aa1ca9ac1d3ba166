package propria.inference.calibration;

import java.util.List;
import java.util.Locale;
import propria.inference.calibration.CalibrationRun.Result;
import propria.inference.calibration.FreeParameters.Free;

/// How much the evidence says of each free parameter: its interval before and after, and the share of its prior variance
/// that is gone.
public final class Identifiability {

    private static final double Z95 = 1.6448536269514722;

    private Identifiability() {
    }

    /// A table as comma-separated text, a line a parameter.
    public static String table(FreeParameters parameters, Result result) {
        StringBuilder text = new StringBuilder("parameter,stage,prior_q05,prior_median,prior_q95,posterior_q05,"
                + "posterior_median,posterior_q95,variance_gone,verdict\n");
        for (int i = 0; i < parameters.size(); i++) {
            Free free = parameters.all().get(i);
            int place = i;
            double[] normals = result.sample().stream().mapToDouble(point -> point[place]).sorted().toArray();
            double gone = 1 - variance(normals);
            text.append(String.format(Locale.ROOT, "%s,%s,%.4g,%.4g,%.4g,%.4g,%.4g,%.4g,%.2f,%s\n",
                    free.id().replace("__", "."), free.stage(), free.prior().at(-Z95), free.prior().at(0),
                    free.prior().at(Z95), free.prior().at(level(normals, 0.05)), free.prior().at(level(normals, 0.5)),
                    free.prior().at(level(normals, 0.95)), gone, verdict(gone)));
        }
        return text.toString();
    }

    private static String verdict(double gone) {
        List<String> words = List.of("the evidence says next to nothing", "the evidence says a little",
                "the evidence narrows it", "the evidence determines it");
        return words.get(gone < 0.1 ? 0 : gone < 0.35 ? 1 : gone < 0.75 ? 2 : 3);
    }

    private static double level(double[] sorted, double level) {
        return sorted[(int) StrictMath.min(sorted.length - 1.0, level * sorted.length)];
    }

    private static double variance(double[] values) {
        double mean = java.util.Arrays.stream(values).average().orElse(0);
        return java.util.Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
    }
}
