package propria.bench.precision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import propria.bench.workload.Subject;

/// What a comparison of contenders found.
///
/// @param notes who was left out, and why
public record Comparison(Subject subject, Reference reference, List<Curve> curves, List<String> notes) {

    /// Errors at which contenders are compared, largest first.
    public static final List<Double> LEVELS = List.of(1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10);

    /// Below this many times the disagreement of the references an error says nothing.
    private static final double TRUST = 5;

    public Comparison {
        curves = List.copyOf(curves);
        notes = List.copyOf(notes);
    }

    /// The same with more notes, which come first.
    public Comparison with(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(notes);
        return new Comparison(subject, reference, curves, all);
    }

    public Optional<Curve> curve(String name) {
        return curves.stream().filter(curve -> curve.name().equals(name)).findFirst();
    }

    /// How many times longer the best of some contenders takes than `own` at an error; empty where one does not reach it.
    public OptionalDouble ratioAt(double error, Curve own, Predicate<Curve> others) {
        OptionalDouble mine = own.secondsAt(error);
        OptionalDouble theirs = curves.stream().filter(others).map(curve -> curve.secondsAt(error))
                .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).min();
        return error < TRUST * reference.agreement() || mine.isEmpty() || theirs.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(theirs.getAsDouble() / mine.getAsDouble());
    }

    /// The ratios at all levels that both reach, largest error first.
    public double[] ratios(Curve own, Predicate<Curve> others) {
        return LEVELS.stream().map(level -> ratioAt(level, own, others)).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).toArray();
    }

    /// The middle of some numbers; not a number for none.
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
    }
}
