package propria.trial.operating;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import propria.trial.design.TrialDesign;
import propria.trial.design.TrialEndpoint;
import propria.trial.reading.Hypothesis;
import propria.trial.reading.TrialRow;

/// Puts the rows of many trials together, each number with its Monte-Carlo error (T. P. Morris, I. R. White, M. J. Crowther,
/// Stat Med 38 (2019), 2074-2102, table 6).
///
/// @param typical whether the courses believe every parameter at its value, so that the share of successes is power; else it is
///        assurance
/// @param conditioned how much each draw counts beside untreated patients of published trials; empty where nothing says so
public record OperatingSummary(TrialDesign design, List<Hypothesis> hypotheses, String bank, boolean typical,
        Optional<DrawWeights> conditioned) {

    /// The characteristics of trials of one size.
    ///
    /// @param rows of one size
    /// @param truth by draw and hypothesis; empty when it is not known; under the null population it is 0
    public List<Characteristic> of(List<TrialRow> rows, double[][] truth, boolean isNull) {
        List<Characteristic> all = new ArrayList<>();
        for (int h = 0; h < hypotheses.size(); h++) {
            int place = h;
            List<TrialRow> own = rows.stream().filter(r -> r.hypothesis() == place).toList();
            Namer name = new Namer(hypotheses.get(h), own, isNull ? "null" : "design");
            if (isNull) {
                all.add(name.share("type_1_error", TrialRow::rejected));
                all.add(name.share("type_1_error_favourable", TrialRow::success));
                all.add(name.share("type_1_error_unadjusted", r -> r.p() <= design.alpha()));
            } else if (typical) {
                all.add(name.share("power", TrialRow::success));
                all.add(name.share("power_unadjusted", r -> r.p() <= design.alpha() && r.favourable()));
                all.add(name.mean("mean_estimate", TrialRow::estimate));
            } else {
                int draws = StrictMath.max(truth.length, own.stream().mapToInt(r -> r.draw() + 1).max().orElse(0));
                Beliefs.of(bank, draws, conditioned).forEach(b -> all.addAll(name.believed(b, truth, place)));
            }
            if (isNull || truth.length > 0) {
                all.addAll(name
                        .against(r -> isNull ? 0 : of(truth, r, place), isNull || typical));
            }
            all.add(name.share("analysis_failed", r -> Double.isNaN(r.estimate())));
            if (design.components().centres() > 1) {
                all.add(name.mean("icc_centre", TrialRow::centreCorrelation));
            }
            if (design.components().donors() * design.components().lots() > 1) {
                all.add(name.mean("icc_lot", TrialRow::lotCorrelation));
            }
            if (design.looks().isPresent() && hypotheses.get(h).estimand().equals(design.estimands().getFirst())) {
                List<Double> shares = design.looks().get().information();
                all.add(name.mean("mean_patients", r -> r.patients() * shares.get(StrictMath.abs(r.look()) - 1)));
                all.add(name.share("stopped_for_futility", r -> r.look() < 0));
            }
        }
        return all;
    }

    private static double of(double[][] truth, TrialRow row, int place) {
        return truth[row.draw()].length == 0 ? Double.NaN : truth[row.draw()][place];
    }

    private final class Namer {

        private final Hypothesis hypothesis;
        private final List<TrialRow> rows;
        private final String population;

        Namer(Hypothesis hypothesis, List<TrialRow> rows, String population) {
            this.hypothesis = hypothesis;
            this.rows = rows;
            this.population = population;
        }

        Characteristic named(String beliefs, String measure, double value, double error, int count) {
            double day = switch (design.endpoint(hypothesis.estimand())) {
                case TrialEndpoint.Binary binary -> binary.days().getLast();
                case TrialEndpoint.Change change -> change.day();
                case TrialEndpoint.Time _ -> Double.NaN;
            };
            return new Characteristic(beliefs, population, rows.isEmpty() ? 0 : rows.getFirst().patients(), day,
                    hypothesis.estimand().id(), design.allocation().get(hypothesis.arm()).arm(), measure, value, error,
                    count);
        }

        Characteristic share(String measure, Predicate<TrialRow> met) {
            double share = (double) rows.stream().filter(met).count() / rows.size();
            return named(bank, measure, share, StrictMath.sqrt(share * (1 - share) / rows.size()), rows.size());
        }

        Characteristic mean(String measure, ToDoubleFunction<TrialRow> reading) {
            double[] values = rows.stream().mapToDouble(reading).filter(v -> !Double.isNaN(v)).toArray();
            double mean = 0;
            for (double v : values) {
                mean += v / values.length;
            }
            double squares = 0;
            for (double v : values) {
                squares += (v - mean) * (v - mean);
            }
            return named(bank, measure, values.length == 0 ? Double.NaN : mean,
                    StrictMath.sqrt(squares / (values.length - 1.0) / values.length), values.length);
        }

        /// What trials say over draws: the error is that over draws, since more trials of a draw do not make more draws.
        List<Characteristic> believed(Beliefs beliefs, double[][] truth, int place) {
            List<Characteristic> all = new ArrayList<>(List.of(over(beliefs, "assurance", r -> r.success() ? 1 : 0),
                    over(beliefs, "assurance_unadjusted", r -> r.p() <= design.alpha() && r.favourable() ? 1 : 0),
                    over(beliefs, "mean_estimate", TrialRow::estimate)));
            if (Beliefs.count(truth, place) > 0) {
                all.add(over(beliefs, "true_effect", r -> of(truth, r, place)));
                all.addAll(beliefs.quantiles(truth, place, (measure, value) -> named(beliefs.bank(), measure, value,
                        Double.NaN, Beliefs.count(truth, place))));
            }
            return all;
        }

        private Characteristic over(Beliefs beliefs, String measure, ToDoubleFunction<TrialRow> reading) {
            double[] read = rows.stream().mapToDouble(reading).toArray();
            Beliefs.Mean mean = beliefs.mean(rows.stream().mapToInt(TrialRow::draw).toArray(), read);
            return named(beliefs.bank(), measure, mean.value(), mean.error(),
                    (int) java.util.Arrays.stream(read).filter(v -> !Double.isNaN(v)).count());
        }

        /// @param withTruth whether the true effect itself is told, too
        List<Characteristic> against(ToDoubleFunction<TrialRow> truth, boolean withTruth) {
            List<TrialRow> estimated = rows.stream()
                    .filter(r -> !Double.isNaN(r.estimate()) && !Double.isNaN(truth.applyAsDouble(r))).toList();
            if (estimated.isEmpty()) {
                return List.of();
            }
            double covered = (double) estimated.stream().filter(r -> r.lower() <= truth.applyAsDouble(r)
                    && truth.applyAsDouble(r) <= r.upper()).count() / estimated.size();
            List<Characteristic> all = new ArrayList<>(withTruth ? List.of(mean("true_effect", truth)) : List.of());
            all.add(mean("bias", r -> r.estimate() - truth.applyAsDouble(r)));
            all.add(named(bank, "coverage", covered, StrictMath.sqrt(covered * (1 - covered) / estimated.size()),
                    estimated.size()));
            return all;
        }
    }
}
