package propria.app.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import propria.app.report.data.Manifest;
import propria.app.report.data.Manifest.Arm;
import propria.app.report.data.Rows.Band;
import propria.app.report.data.Rows.Measurement;
import propria.app.report.data.Run;
import propria.app.report.finding.PublishedEffect;
import propria.app.report.svg.Scale;

/// All that is known of one observable over time, sorted by arm.
public record Course(Run run, Manifest.Observable observable, List<ArmCourse> arms, List<Measurement> drawn,
        List<Measurement> directions, List<Measurement> elsewhere) {

    /// One arm: spread over animals and draws, and spread of the mean over draws.
    public record ArmCourse(Arm arm, List<Band> animals, List<Band> means) {

        /// The days of the wider spread.
        double[] days() {
            return animals.stream().mapToDouble(Band::day).toArray();
        }

        /// A column of the wider spread.
        double[] column(ToDoubleFunction<Band> column) {
            return animals.stream().mapToDouble(column).toArray();
        }
    }

    /// The course of an observable in a run.
    public static Course of(Run run, Manifest.Observable observable) {
        List<ArmCourse> arms = new ArrayList<>();
        for (Arm arm : run.manifest().arms()) {
            List<Band> animals = rows(run.animals(), arm, observable);
            if (!animals.isEmpty()) {
                arms.add(new ArmCourse(arm, animals, rows(run.means(), arm, observable)));
            }
        }
        List<Measurement> all = run.measurements().stream().filter(m -> m.observable().equals(observable.id()))
                .toList();
        List<Measurement> values = all.stream().filter(m -> !m.isDirection()).toList();
        return new Course(run, observable, arms, values.stream().filter(m -> fits(m, observable)).toList(),
                all.stream().filter(Measurement::isDirection).toList(),
                values.stream().filter(m -> !fits(m, observable)).toList());
    }

    private static boolean fits(Measurement m, Manifest.Observable observable) {
        return PublishedEffect.sameUnit(m.unit(), observable.unit());
    }

    private static List<Band> rows(List<Band> bands, Arm arm, Manifest.Observable observable) {
        return bands.stream().filter(b -> b.arm().equals(arm.id()) && b.observable().equals(observable.id()))
                .filter(b -> Double.isFinite(b.q50())).sorted(Comparator.comparingDouble(Band::day)).toList();
    }

    /// The days from the first to the last, published values included, with some room at both ends.
    Scale days(double from, double to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ArmCourse arm : arms) {
            low = Math.min(low, arm.animals().getFirst().day());
            high = Math.max(high, arm.animals().getLast().day());
        }
        for (Measurement m : drawn) {
            low = Math.min(low, m.day());
            high = Math.max(high, m.day());
        }
        double room = 0.018 * (high - low);
        return Scale.linear(low - room, high + room, from, to);
    }

    /// The values from the lowest to the highest shown; from zero where that is near, by powers of ten where they
    /// have no bounds, are all positive and span a thousandfold to ten millionfold.
    Scale values(double from, double to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ArmCourse arm : arms) {
            for (Band band : arm.animals()) {
                low = Math.min(low, band.q05());
                high = Math.max(high, band.q95());
            }
        }
        for (Measurement m : drawn) {
            low = Math.min(low, m.value() - ErrorBars.half(m));
            high = Math.max(high, m.value() + ErrorBars.half(m));
        }
        if (observable.range().isEmpty() && low > 0 && high / low > 1e3 && high / low < 1e7) {
            return new Scale(low, high, from, to, true);
        }
        double floor = low >= 0 && low < 0.5 * high ? 0 : low - 0.05 * (high - low);
        double ceiling = high + 0.05 * (high - low);
        if (observable.range().isPresent()) {
            floor = Math.max(floor, Math.min(low, observable.range().get().low()));
            ceiling = Math.min(ceiling, Math.max(high, observable.range().get().high()));
        }
        return Scale.linear(floor, ceiling, from, to);
    }
}
