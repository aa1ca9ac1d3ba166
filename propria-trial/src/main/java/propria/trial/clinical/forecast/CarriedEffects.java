package propria.trial.clinical.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.trial.clinical.design.RowPlan;
import propria.trial.clinical.design.RowPlan.TrialPlan;
import propria.trial.clinical.response.ResponsePosterior.Seen;
import propria.trial.clinical.table.ClinicalTable;

/// Log odds ratios of controlled calibration trials, to be carried over: the fixed-effect pool (inverse variance) and the
/// first trial, by product and indication; where that has none, of the product anywhere; where that has none, 0.
public final class CarriedEffects {

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final int NO_YEAR = 9999;

    private final List<TrialEffect> trials;

    private record TrialEffect(String agent, String group, int year, double effect, double variance) {
    }

    private CarriedEffects(List<TrialEffect> trials) {
        this.trials = trials;
    }

    /// From the arms that were fitted: of each trial the first active arm that has a control arm at the same time and of
    /// the same end point, half a patient added to each cell.
    public static CarriedEffects of(List<Seen> seen, ClinicalTable table) {
        Map<String, TrialEffect> trials = new LinkedHashMap<>();
        for (Seen active : seen) {
            if (!active.plan().arm().isActive() || trials.containsKey(active.plan().trial().cluster())) {
                continue;
            }
            seen.stream().filter(other -> isControlOf(other.plan(), active.plan())).findFirst().ifPresent(
                    control -> trials.put(active.plan().trial().cluster(), effect(active, control, table)));
        }
        return new CarriedEffects(new ArrayList<>(trials.values()));
    }

    private static boolean isControlOf(RowPlan control, RowPlan active) {
        return !control.arm().isActive() && control.row().trial().equals(active.row().trial())
                && control.outcome().family().equals(active.outcome().family())
                && control.outcome().week() == active.outcome().week()
                && control.outcome().lesions() == active.outcome().lesions();
    }

    private static TrialEffect effect(Seen active, Seen control, ClinicalTable table) {
        double a = active.count() + 0.5;
        double b = active.n() - active.count() + 0.5;
        double c = control.count() + 0.5;
        double d = control.n() - control.count() + 0.5;
        Matcher year = YEAR.matcher(table.trial(active.plan().row()).citation());
        double sign = active.plan().outcome().inverse() ? -1 : 1;
        TrialPlan trial = active.plan().trial();
        return new TrialEffect(trial.agent(), trial.group(),
                year.find() ? Integer.parseInt(year.group()) : NO_YEAR,
                sign * StrictMath.log(a * d / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d);
    }

    /// The log odds ratio that is carried over to a trial.
    public double of(TrialPlan trial, AssumedEffect assumed) {
        List<TrialEffect> same = trials.stream().filter(
                one -> one.agent().equals(trial.agent()) && one.group().equals(trial.group())).toList();
        List<TrialEffect> known = same.isEmpty()
                ? trials.stream().filter(one -> one.agent().equals(trial.agent())).toList()
                : same;
        if (known.isEmpty() || assumed == AssumedEffect.NONE) {
            return 0;
        }
        if (assumed == AssumedEffect.FIRST) {
            return known.stream().min(java.util.Comparator.comparingInt(TrialEffect::year)).orElseThrow().effect();
        }
        double sum = 0;
        double weights = 0;
        for (TrialEffect one : known) {
            sum += one.effect() / one.variance();
            weights += 1 / one.variance();
        }
        return sum / weights;
    }
}
