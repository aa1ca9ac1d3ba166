package propria.bench.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import propria.bench.ablation.Ablation;
import propria.bench.precision.Comparison;
import propria.bench.precision.Curve;

/// A line a model: the time of the automatic choice for an error, and how many times longer others take for the same
/// error, as the median of all levels of error that both reach and the least of them.
public final class ComparisonTable {

    private static final double SHOWN = 1e-5;
    private static final int NAME = 18;

    private ComparisonTable() {
    }

    /// A group of comparators, of which the fastest at each error counts.
    public record Rivals(String title, Predicate<Curve> members) {

        static double[] ratios(Comparison comparison, Rivals rivals) {
            return comparison.curves().isEmpty()
                    ? new double[0]
                    : comparison.ratios(comparison.curves().getFirst(), rivals.members());
        }
    }

    /// The rivals of the table.
    public static final List<Rivals> RIVALS = List.of(
            new Rivals("CVODE dense, quotients", curve -> curve.name().equals("CVODE dense, quotients")),
            new Rivals("CVODE dense", curve -> curve.name().equals("CVODE dense")),
            new Rivals("CVODE KLU", curve -> curve.name().equals("CVODE KLU")),
            new Rivals("best CVODE(S)", curve -> curve.name().startsWith("CVODE")),
            new Rivals("SBSCL", curve -> curve.name().startsWith("SBSCL")));

    /// The engine without each of its improvements.
    public static final List<Rivals> ABLATIONS = Arrays.stream(Ablation.values()).map(less -> new Rivals(
            less.label().replace("Propria, ", ""), curve -> curve.name().equals(less.label()))).toList();

    /// Everybody of a comparison but the engine, each alone.
    public static List<Rivals> others(Comparison comparison) {
        return comparison.curves().stream().filter(curve -> !curve.own()).map(Curve::name)
                .map(name -> new Rivals(name, curve -> curve.name().equals(name))).toList();
    }

    /// Whether any comparison has the engine without its improvements.
    public static boolean hasAblations(List<Comparison> comparisons) {
        return comparisons.stream().anyMatch(c -> c.curve(Ablation.values()[0].label()).isPresent());
    }

    /// The lines of the table.
    public static List<String> lines(List<Comparison> comparisons) {
        return lines(comparisons, RIVALS);
    }

    /// The lines of the table with these rivals.
    public static List<String> lines(List<Comparison> comparisons, List<Rivals> shown) {
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder(pad("model", NAME) + " states  ref.err  us@1e-5");
        shown.forEach(rivals -> header.append(String.format(Locale.ROOT, "  %22s", rivals.title())));
        lines.add(header.toString());
        comparisons.forEach(comparison -> lines.add(line(comparison, shown)));
        return lines;
    }

    private static String line(Comparison comparison, List<Rivals> shown) {
        OptionalDouble own = comparison.curves().isEmpty()
                ? OptionalDouble.empty()
                : comparison.curves().getFirst().secondsAt(SHOWN);
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%s %6d  %7.0e  %7s",
                pad(comparison.subject().name(), NAME), comparison.subject().states(),
                comparison.reference().agreement(),
                own.isPresent() ? String.format(Locale.ROOT, "%.0f", own.getAsDouble() * 1e6) : "-"));
        for (Rivals rivals : shown) {
            line.append(String.format(Locale.ROOT, "  %22s", span(comparison, rivals)));
        }
        return line.toString();
    }

    private static String span(Comparison comparison, Rivals rivals) {
        double[] ratios = Rivals.ratios(comparison, rivals);
        return ratios.length == 0
                ? comparison.curves().stream().filter(rivals.members()).map(Curve::remark)
                        .filter(remark -> !remark.isEmpty()).findFirst().orElse("-")
                : String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", Comparison.median(ratios),
                        Arrays.stream(ratios).min().orElse(Double.NaN), Arrays.stream(ratios).max().orElse(Double.NaN));
    }

    /// Over all models: the median of their medians, the least ratio of all with its model.
    public static List<String> summary(List<Comparison> comparisons, List<Rivals> shown) {
        List<String> lines = new ArrayList<>();
        for (Rivals rivals : shown) {
            List<Comparison> compared = comparisons.stream().filter(c -> Rivals.ratios(c, rivals).length > 0).toList();
            if (!compared.isEmpty()) {
                lines.add(rivals.title() + ": " + summary(compared, rivals));
            }
        }
        return lines;
    }

    private static String summary(List<Comparison> compared, Rivals rivals) {
        double[] medians = compared.stream().mapToDouble(c -> Comparison.median(Rivals.ratios(c, rivals))).toArray();
        double least = Double.POSITIVE_INFINITY;
        String where = "";
        for (Comparison comparison : compared) {
            double lowest = Arrays.stream(Rivals.ratios(comparison, rivals)).min().orElse(Double.NaN);
            if (lowest < least) {
                least = lowest;
                where = comparison.subject().name();
            }
        }
        return String.format(Locale.ROOT,
                "%d models, median ratio %.2f, faster in the median on %d, least ratio %.2f (%s)",
                medians.length, Comparison.median(medians), Arrays.stream(medians).filter(r -> r > 1).count(), least,
                where);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
