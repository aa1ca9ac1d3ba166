package propria.trial.clinical.response;

import propria.trial.clinical.design.Baselines.Family;
import propria.trial.clinical.design.RowPlan;
import propria.trial.clinical.design.RowPlan.ArmPlan;
import propria.trial.clinical.design.RowPlan.OutcomePlan;
import propria.trial.clinical.design.RowPlan.Role;
import propria.trial.clinical.design.RowPlan.TrialPlan;

/// The logit of the share of an arm as a function of a point: a sum of parameters with coefficients, and products of a
/// standard deviation with a standard normal deviation.
///
/// `logit = baseline + what was done to both arms + time + whom it counts + tau_trial z1
///   + [active] (mean + sd.class z2 + tau_effect z3 + open, single, small, dose, autologous)`
///
/// @param places of the parameters of the sum
/// @param coefficients of those
/// @param trial place of the deviation of the trial; -1 when it has none
/// @param effect place of the deviation of its effect; -1 when it has none
/// @param agent place of the deviation of the product in the indication; -1 for an arm that is not active
/// @param layout of points
record LinearTerms(int[] places, double[] coefficients, int trial, int effect, int agent, ResponseLayout layout) {

    private static final double SHORTEST = 2;
    private static final double LONGEST = 156;

    static LinearTerms of(RowPlan plan, ResponseLayout layout) {
        Sum sum = new Sum(layout);
        TrialPlan trial = plan.trial();
        OutcomePlan outcome = plan.outcome();
        Family family = layout.baselines().families().get(layout.baselines().place(outcome.family()));
        sum.add("baseline." + family.id(), 1);
        sum.add("preparation", trial.prepared() && !family.endpointClass().equals("sustained") ? 1 : 0);
        sum.add("surgery", plan.arm().role() == Role.SURGERY ? 1 : 0);
        sum.add("imaging", trial.group().equals("fistula") && outcome.imaging() ? 1 : 0);
        sum.add("completers", outcome.completers() ? 1 : 0);
        sum.add("lesions", outcome.lesions() ? 1 : 0);
        if (!trial.offset().isEmpty()) {
            sum.add("offset." + trial.offset(), 1);
        }
        double week = StrictMath.max(SHORTEST, StrictMath.min(LONGEST, outcome.week()));
        sum.add(clock(family), StrictMath.log(week / family.week()));
        boolean active = plan.arm().isActive();
        if (active) {
            effects(sum, trial, plan.arm(), week);
        }
        return new LinearTerms(sum.places(), sum.coefficients(), layout.find("trial." + trial.cluster()),
                active ? layout.find("trial_effect." + trial.cluster()) : -1,
                active ? layout.place("effect." + trial.agent() + "." + trial.group()) : -1, layout);
    }

    private static String clock(Family family) {
        if (family.kept() || family.endpointClass().equals("sustained")) {
            return "time.kept";
        }
        return family.group().equals("fistula") ? "time.fistula" : "time.induction";
    }

    private static void effects(Sum sum, TrialPlan trial, ArmPlan arm, double week) {
        boolean grown = ResponseLayout.isGrown(trial.agent());
        sum.add(grown ? "mean.grown" : "mean.drug", 1);
        sum.add("mechanism", sum.layout.mechanism().level(trial.agent(), trial.group()));
        sum.add("course", sum.layout.mechanism().shape(trial.agent(), trial.group(), arm.dose(), week));
        sum.add("single", trial.single() ? 1 : 0);
        sum.add("open", trial.open() && !trial.single() ? 1 : 0);
        sum.add("small", trial.small());
        sum.add("dose", grown ? arm.dose() : 0);
        sum.add("autologous", grown && arm.autologous() ? 1 : 0);
    }

    /// The logit at a point whose trial is not one of the layout's.
    ///
    /// @param z deviation of the trial
    /// @param w deviation of its effect
    double at(double[] point, double z, double w) {
        double sum = point[layout.spreads()[0]] * z;
        for (int i = 0; i < places.length; i++) {
            sum += coefficients[i] * point[places[i]];
        }
        if (agent >= 0) {
            sum += point[layout.spreads()[1]] * point[agent] + point[layout.spreads()[2]] * w;
        }
        return sum;
    }

    /// The logit at a point.
    double at(double[] point) {
        return at(point, trial < 0 ? 0 : point[trial], effect < 0 ? 0 : point[effect]);
    }

    /// Adds the derivative of a number with respect to the point, given that with respect to the logit.
    void backward(double[] point, double slope, double[] gradient) {
        for (int i = 0; i < places.length; i++) {
            gradient[places[i]] += slope * coefficients[i];
        }
        product(point, slope, gradient, 0, trial);
        product(point, slope, gradient, 1, agent);
        product(point, slope, gradient, 2, effect);
    }

    private void product(double[] point, double slope, double[] gradient, int spread, int place) {
        if (place >= 0) {
            int by = layout.spreads()[spread];
            gradient[by] += slope * point[place];
            gradient[place] += slope * point[by];
        }
    }

    private static final class Sum {

        private final ResponseLayout layout;
        private final java.util.List<Integer> places = new java.util.ArrayList<>();
        private final java.util.List<Double> coefficients = new java.util.ArrayList<>();

        Sum(ResponseLayout layout) {
            this.layout = layout;
        }

        void add(String id, double coefficient) {
            if (coefficient != 0) {
                places.add(layout.place(id));
                coefficients.add(coefficient);
            }
        }

        int[] places() {
            return places.stream().mapToInt(Integer::intValue).toArray();
        }

        double[] coefficients() {
            return coefficients.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
