package propria.app.report.finding;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import propria.app.report.data.Rows.Endpoint;
import propria.app.report.data.Rows.Measurement;
import propria.app.report.data.Run;

/// The difference between two arms that the laboratory saw.
///
/// @param effect the difference of the published means
/// @param half half the width of its 90 % interval; empty where the spread or the number of animals is unknown
/// @param source where both means come from
public record PublishedEffect(double effect, OptionalDouble half, String source) {

    /// Half the width of a central 90 % interval of a normal distribution, in standard deviations.
    private static final double HALF_90 = 1.6449;

    /// The published counterpart of a comparison: both arms measured within half a day of the endpoint.
    public static Optional<PublishedEffect> of(Run run, Endpoint row) {
        Optional<Measurement> treated = measured(run, row, row.arm());
        Optional<Measurement> control = measured(run, row, row.comparator());
        if (treated.isEmpty() || control.isEmpty() || !treated.get().unit().equals(control.get().unit())) {
            return Optional.empty();
        }
        OptionalDouble a = standardError(treated.get());
        OptionalDouble b = standardError(control.get());
        OptionalDouble half = a.isPresent() && b.isPresent()
                ? OptionalDouble.of(HALF_90 * StrictMath.hypot(a.getAsDouble(), b.getAsDouble()))
                : OptionalDouble.empty();
        return Optional.of(
                new PublishedEffect(treated.get().value() - control.get().value(), half, treated.get().source()));
    }

    private static Optional<Measurement> measured(Run run, Endpoint row, String arm) {
        String observable = run.observableOf(row.id()).map(it -> it.id()).orElse("");
        double day = run.dayOf(row.id()).orElse(Double.NaN);
        String unit = Names.unitOf(run, row.id());
        return run.measurements().stream()
                .filter(m -> !m.isDirection() && m.arm().equals(arm) && m.observable().equals(observable))
                .filter(m -> Math.abs(m.day() - day) <= 0.5 && sameUnit(m.unit(), unit)).findFirst();
    }

    /// Whether two units are the same as written, or both say pure number.
    public static boolean sameUnit(String a, String b) {
        return a.equals(b) || Names.unit(a).equals(Names.unit(b)) || a.isBlank();
    }

    /// The standard error of a published mean. An interquartile range is taken as 1.35 standard deviations (X. Wan et
    /// al., BMC Med. Res. Methodol. 14:135, 2014, equation 16 for large samples).
    public static OptionalDouble standardError(Measurement m) {
        if (m.spread().isEmpty()) {
            return OptionalDouble.empty();
        }
        double spread = m.spread().getAsDouble();
        OptionalInt n = animals(m.n());
        return switch (m.spreadKind()) {
            case "SEM" -> OptionalDouble.of(spread);
            case "CI95" -> OptionalDouble.of(spread / 1.96);
            case "SD" -> perRoot(spread, n);
            case "IQR" -> perRoot(spread / 1.35, n);
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble perRoot(double deviation, OptionalInt n) {
        return n.isPresent() ? OptionalDouble.of(deviation / StrictMath.sqrt(n.getAsInt())) : OptionalDouble.empty();
    }

    /// The number of animals; the smallest of a range such as `6-8`.
    private static OptionalInt animals(String text) {
        var found = java.util.regex.Pattern.compile("\\d+").matcher(text);
        int n = found.find() ? Integer.parseInt(found.group()) : 0;
        return n > 0 ? OptionalInt.of(n) : OptionalInt.empty();
    }
}
