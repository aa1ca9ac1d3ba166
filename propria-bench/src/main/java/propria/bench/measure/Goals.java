package propria.bench.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import propria.bench.precision.Comparison;
import propria.bench.precision.Curve;

/// The goals for comparisons at equal error.
public final class Goals {

    private static final int LARGE = 50;

    private Goals() {
    }

    /// Single simulations against CVODE and SBSCL.
    public static List<Finding> single(List<Comparison> comparisons) {
        Predicate<Curve> cvode = curve -> curve.name().startsWith("CVODE");
        List<Comparison> large = comparisons.stream().filter(c -> c.subject().states() > LARGE).toList();
        List<Finding> findings = new ArrayList<>();
        median("one simulation", "best of CVODE dense and KLU", 2, comparisons, cvode, findings);
        median("one simulation, above 50 states", "best of CVODE dense and KLU", 3, large, cvode, findings);
        double least = least(comparisons, cvode);
        if (Double.isFinite(least)) {
            findings.add(new Finding("one simulation, least ratio at any error", "best of CVODE dense and KLU",
                    "never below 0.8", String.format(Locale.ROOT, "%.2f", least), least >= 0.8));
        }
        median("one simulation", "SBSCL", 20, comparisons, curve -> curve.name().startsWith("SBSCL"), findings);
        return findings;
    }

    /// Gradients against CVODES.
    public static List<Finding> gradient(Comparison comparison) {
        List<Finding> findings = new ArrayList<>();
        median("gradient, 20 parameters", "best of CVODES", 2, List.of(comparison),
                curve -> curve.name().startsWith("CVODES"), findings);
        return findings;
    }

    private static void median(String measure, String against, double goal, List<Comparison> comparisons,
            Predicate<Curve> rivals, List<Finding> findings) {
        double[] medians = comparisons.stream().map(c -> ratios(c, rivals)).filter(ratios -> ratios.length > 0)
                .mapToDouble(Comparison::median).toArray();
        if (medians.length > 0) {
            double reached = Comparison.median(medians);
            long late = comparisons.stream().filter(c -> ratios(c, rivals).length == 0 && c.curves().stream()
                    .anyMatch(curve -> rivals.test(curve) && !curve.remark().isEmpty())).count();
            findings.add(new Finding(measure, against,
                    String.format(Locale.ROOT, "%.0f times faster in the median", goal),
                    String.format(Locale.ROOT, "%.2f (%d models%s)", reached, medians.length,
                            late > 0 ? "; it did not end in time on " + late + " more" : ""),
                    reached >= goal));
        }
    }

    private static double least(List<Comparison> comparisons, Predicate<Curve> rivals) {
        return comparisons.stream().flatMapToDouble(c -> Arrays.stream(ratios(c, rivals))).min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double[] ratios(Comparison comparison, Predicate<Curve> rivals) {
        return comparison.curves().isEmpty()
                ? new double[0]
                : comparison.ratios(comparison.curves().getFirst(), rivals);
    }
}
