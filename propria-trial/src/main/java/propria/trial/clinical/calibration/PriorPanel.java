package propria.trial.clinical.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import propria.engine.random.Streams;
import propria.trial.clinical.calibration.FittedTrials.Effort;
import propria.trial.clinical.calibration.TrialCalibration.Inclusion;
import propria.trial.clinical.response.MechanismTable;
import propria.trial.clinical.response.ResponsePrior;

/// Two priors by two rules of inclusion: how far the effect of what was grown depends on what was believed before, and on
/// trials whose numbers are doubted.
///
/// @param prior its name
/// @param inclusion which trials were fitted
/// @param fit the posterior
public record PriorPanel(String prior, Inclusion inclusion, FittedTrials fit) {

    private static final double MODEST = StrictMath.log(2);
    private static final List<String> EFFECTS = List.of("cells.fistula", "cells.luminal", "cells.uc",
            "vesicles.fistula");

    /// The four.
    ///
    /// @param folder of the calibration
    /// @param answers of mechanistic patients
    public static List<PriorPanel> of(Path folder, MechanismTable answers, Effort effort) {
        List<PriorPanel> tasks = new ArrayList<>();
        for (Inclusion inclusion : Inclusion.values()) {
            TrialCalibration calibration = TrialCalibration.read(folder, inclusion).with(answers);
            for (String prior : List.of("sceptical", "modest_benefit")) {
                ResponsePrior belief = prior.equals("sceptical")
                        ? calibration.prior()
                        : calibration.prior().with("mean.grown", MODEST, 0.5);
                tasks.add(new PriorPanel(prior, inclusion,
                        FittedTrials.of(calibration.baselines(), belief, calibration.fitted(), effort)));
            }
        }
        return tasks;
    }

    /// Log odds ratios of a large, blinded, controlled trial: their median over trials, and one new trial.
    public static String table(List<PriorPanel> panel) {
        StringBuilder text = new StringBuilder("prior,inclusion,effect,log_odds_ratio_q05,log_odds_ratio_q50,"
                + "log_odds_ratio_q95,new_trial_q05,new_trial_q95,probability_above_0\n");
        for (PriorPanel one : panel) {
            for (String effect : EFFECTS) {
                double[] common = one.effects(effect, false);
                double[] single = one.effects(effect, true);
                text.append(String.format(Locale.ROOT, "%s,%s,%s,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f%n", one.prior,
                        one.inclusion.name().toLowerCase(Locale.ROOT), effect, at(common, 0.05), at(common, 0.5),
                        at(common, 0.95), at(single, 0.05), at(single, 0.95),
                        Arrays.stream(common).filter(x -> x > 0).count() / (double) common.length));
            }
        }
        return text.toString();
    }

    private double[] effects(String effect, boolean trial) {
        double[] mean = fit.draws().values("mean.grown");
        double[] spread = fit.draws().values("sd.class");
        double[] own = fit.draws().values("effect." + effect);
        double[] between = fit.draws().values("tau_effect");
        Streams streams = new Streams(fit.draws().seed());
        double[] effects = new double[mean.length];
        for (int d = 0; d < mean.length; d++) {
            effects[d] = mean[d] + spread[d] * own[d]
                    + (trial ? between[d] * streams.normal(d, Streams.NO_SUBJECT, "panel", 0) : 0);
        }
        Arrays.sort(effects);
        return effects;
    }

    private static double at(double[] sorted, double level) {
        return sorted[(int) (level * (sorted.length - 1))];
    }
}
