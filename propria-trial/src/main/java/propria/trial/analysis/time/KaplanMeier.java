package propria.trial.analysis.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import propria.trial.analysis.Distributions;

/// The product-limit curve of E. L. Kaplan, P. Meier (J Am Stat Assoc 53 (1958), 457-481).
///
/// @param steps at the times of events, ascending
public record KaplanMeier(List<Step> steps) {

    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    /// How an interval of the curve is made.
    public enum Scale {
        /// On the logarithm of the curve.
        LOG,
        /// On the logarithm of the cumulative hazard; stays within 0 and 1.
        LOG_LOG
    }

    /// A time of events.
    ///
    /// @param atRisk just before
    /// @param events then
    /// @param survival from then on
    /// @param error its standard error by Greenwood's formula
    public record Step(double time, int atRisk, int events, double survival, double error) {

        /// The interval of the curve from here on; not numbers when the curve has come to 0.
        ///
        /// @return lower, upper
        public double[] interval(Scale scale, double level) {
            double z = Distributions.quantile(0.5 + level / 2);
            double relative = error / survival;
            if (scale == Scale.LOG) {
                return new double[]{survival * StrictMath.exp(-z * relative),
                        StrictMath.min(1, survival * StrictMath.exp(z * relative))};
            }
            double log = StrictMath.log(survival);
            double half = z * relative / StrictMath.abs(log);
            return new double[]{StrictMath.exp(log * StrictMath.exp(half)),
                    StrictMath.exp(log * StrictMath.exp(-half))};
        }
    }

    /// The curve of some subjects.
    public static KaplanMeier of(List<TimeToEvent> subjects) {
        List<TimeToEvent> sorted = subjects.stream().sorted(Comparator.comparingDouble(TimeToEvent::time)).toList();
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        int i = 0;
        while (i < sorted.size()) {
            double time = sorted.get(i).time();
            int atRisk = sorted.size() - i;
            int events = 0;
            while (i < sorted.size() && sorted.get(i).time() == time) {
                events += sorted.get(i).event() ? 1 : 0;
                i++;
            }
            if (events > 0) {
                survival *= (double) (atRisk - events) / atRisk;
                greenwood += (double) events / ((double) atRisk * (atRisk - events));
                steps.add(new Step(time, atRisk, events, survival, survival * StrictMath.sqrt(greenwood)));
            }
        }
        return new KaplanMeier(steps);
    }

    /// The share without an event at a time.
    public double survival(double time) {
        double survival = 1;
        for (Step step : steps) {
            if (step.time() > time) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }

    /// When half have had the event; empty when the curve stays above one half.
    public OptionalDouble median() {
        return steps.stream().filter(s -> s.survival() <= 0.5).mapToDouble(Step::time).findFirst();
    }
}
