package propria.trial.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.engine.random.Streams;
import propria.trial.clinical.calibration.FittedTrials;
import propria.trial.clinical.calibration.FittedTrials.Effort;
import propria.trial.clinical.calibration.TrialCalibration;
import propria.trial.clinical.design.Baselines;
import propria.trial.clinical.design.PlanReader;
import propria.trial.clinical.design.RowPlan;
import propria.trial.clinical.design.Unpredictable;
import propria.trial.clinical.response.ResponseDraws;
import propria.trial.clinical.response.ResponseLayout;
import propria.trial.clinical.response.ResponsePosterior.Seen;
import propria.trial.clinical.table.ClinicalTable;

/// Trials made from known numbers, drawn from their priors: intervals of what was used, and of an arm of a trial that was not
/// made yet, hold the truth as often as they say (Cook, Gelman & Rubin 2006, doi:10.1198/106186006X136976).
class KnownEffectsTest {

    private static final int TRIALS = 8;
    private static final int REPEATS = 100;
    private static final List<String> WATCHED = List.of("mean.grown", "preparation", "tau_trial",
            "baseline.fistula.remission");

    @TempDir
    private Path folder;

    private List<RowPlan> plans(TrialCalibration calibration) throws Unpredictable {
        StringBuilder trials = new StringBuilder();
        StringBuilder outcomes = new StringBuilder();
        for (int t = 0; t <= TRIALS; t++) {
            String id = "T" + t;
            trials.append(Tables.trial(id, "2", "RCT", "CD perianal fistula", "ASC", "120e6 once", "local", "40; 40",
                    t % 2 == 0 ? "double" : "open"));
            outcomes.append(Tables.outcome(id, "ASC", "40", "", "fistula closure", "", "24", "1,,,,,,,,,,patients"))
                    .append(Tables.outcome(id, "placebo", "40", "", "fistula closure", "", "24",
                            "1,,,,,,,,,,patients"));
        }
        ClinicalTable table = ClinicalTable.read(Tables.folder(folder, trials.toString(), outcomes.toString()));
        PlanReader reader = new PlanReader(calibration.words(), calibration.baselines(), table);
        List<RowPlan> plans = new ArrayList<>();
        for (var row : table.rows()) {
            plans.add(reader.read(row));
        }
        return plans;
    }

    private static int drawn(Streams streams, int repeat, int arm, double share, double size) {
        double p = new BetaDistribution(share * size, (1 - share) * size)
                .inverseCumulativeProbability(streams.uniform(repeat, arm, "share", 0));
        double inside = StrictMath.min(1 - 1e-9, StrictMath.max(1e-9, p));
        return new BinomialDistribution(40, inside)
                .inverseCumulativeProbability(streams.uniform(repeat, arm, "count", 0));
    }

    @Test
    @Tag("slow")
    void intervals_hold_what_trials_were_made_from() throws Unpredictable {
        TrialCalibration calibration = Tables.shipped();
        Baselines bare = new Baselines(calibration.baselines().families(), List.of());
        List<RowPlan> plans = plans(calibration);
        ResponseLayout layout = new ResponseLayout(bare, calibration.prior(), List.of());
        Streams streams = new Streams(11);
        int[] inside = new int[WATCHED.size() + 1];
        for (int r = 0; r < REPEATS; r++) {
            double[] truth = truth(layout, streams, r);
            ResponseDraws one = new ResponseDraws(layout, List.of(truth), 1);
            List<Seen> seen = new ArrayList<>();
            int last = 0;
            for (int i = 0; i < plans.size(); i++) {
                int repeat = r;
                int trial = i / 2;
                double share = one.shares(plans.get(i), _ -> streams.normal(repeat, trial, "trial", 0),
                        _ -> streams.normal(repeat, trial, "trial", 1), 0)[0];
                int count = drawn(streams, r, i, share, one.size(0));
                if (trial < TRIALS) {
                    seen.add(new Seen(plans.get(i), count, 40));
                } else if (i % 2 == 0) {
                    last = count;
                }
            }
            FittedTrials fit = FittedTrials.of(bare, calibration.prior(), seen, new Effort(2, 150, 150, 300, 2, r));
            count(inside, layout, truth, fit, calibration.forecaster(fit, seen)
                    .of(plans.get(2 * TRIALS), propria.trial.clinical.forecast.AssumedEffect.ESTIMATED)
                    .rank(100.0 * last / 40));
        }
        for (int k = 0; k < inside.length; k++) {
            assertThat(inside[k] / (double) REPEATS).as(k < WATCHED.size() ? WATCHED.get(k) : "an arm of a new trial")
                    .isCloseTo(0.9, within(0.09));
        }
    }

    private static double[] truth(ResponseLayout layout, Streams streams, int repeat) {
        double[] uniform = new double[layout.global()];
        Arrays.setAll(uniform, i -> streams.uniform(repeat, Streams.NO_SUBJECT, "truth", i));
        return layout.priorQuantiles(uniform);
    }

    private static void count(int[] inside, ResponseLayout layout, double[] truth, FittedTrials fit, double rank) {
        for (int k = 0; k < WATCHED.size(); k++) {
            double value = truth[layout.place(WATCHED.get(k))];
            double below = Arrays.stream(fit.draws().values(WATCHED.get(k))).filter(x -> x < value).count()
                    / (double) fit.draws().size();
            inside[k] += below >= 0.05 && below <= 0.95 ? 1 : 0;
        }
        inside[WATCHED.size()] += rank >= 0.05 && rank <= 0.95 ? 1 : 0;
    }
}
