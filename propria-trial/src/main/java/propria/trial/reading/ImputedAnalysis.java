package propria.trial.reading;

import java.util.ArrayList;
import java.util.List;
import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.EffectEstimate;
import propria.trial.analysis.missing.Chance;
import propria.trial.analysis.missing.MonotoneImputation;
import propria.trial.analysis.missing.RubinsRules;
import propria.trial.analysis.missing.StateImputation;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.AnalysisMethod;
import propria.trial.design.MissingData;
import propria.trial.design.TrialEndpoint;

/// Analyses imputed data several times and pools what comes out.
///
/// @param analysis of whole data
record ImputedAnalysis(EstimandAnalysis analysis, Outcome outcome, MissingData missing) {

    private static final long SEED = 20_130_226;
    private static final double WIDEST = 1 << 10;
    private static final int HALVINGS = 30;

    EffectEstimate of(List<SubjectRecord> subjects) {
        return switch (analysis.design().endpoint(analysis.hypothesis().estimand())) {
            case TrialEndpoint.Binary binary -> rules(subjects, binary);
            case TrialEndpoint.Change change -> changes(subjects, change, missing.shift());
            case TrialEndpoint.Time _ -> throw new AnalysisException("times are not imputed");
        };
    }

    private Chance chance(int imputation) {
        return new Chance(SEED, analysis.trial(), imputation);
    }

    private EffectEstimate rules(List<SubjectRecord> subjects, TrialEndpoint.Binary endpoint) {
        int visits = analysis.design().visitAt(endpoint.days().getLast()) + 1;
        boolean[][] met = new boolean[subjects.size()][visits];
        int[] seen = new int[subjects.size()];
        for (int s = 0; s < seen.length; s++) {
            for (int v = 0; v < visits && seen[s] == v; v++) {
                double value = outcome.met(subjects.get(s), endpoint, v);
                met[s][v] = value > 0;
                seen[s] = Double.isNaN(value) ? v : v + 1;
            }
        }
        StateImputation imputation = new StateImputation(met, seen, sides(subjects));
        List<EffectEstimate> all = new ArrayList<>();
        for (int i = 0; i < missing.imputations(); i++) {
            boolean[] whole = imputation.impute(missing.method(), chance(i));
            double[] values = new double[whole.length];
            for (int s = 0; s < values.length; s++) {
                values[s] = whole[s] ? 1 : 0;
            }
            all.add(analysis.binary(subjects, values));
        }
        boolean log = analysis.hypothesis().estimand().analysis() == AnalysisMethod.LOGISTIC;
        return RubinsRules.of(all, log ? Double.POSITIVE_INFINITY : subjects.size() - 2.0).effect(analysis.level());
    }

    private EffectEstimate changes(List<SubjectRecord> subjects, TrialEndpoint.Change endpoint, double shift) {
        int due = analysis.design().visitAt(endpoint.day());
        double[][] readings = new double[subjects.size()][due + 2];
        for (int s = 0; s < readings.length; s++) {
            double base = subjects.get(s).score(endpoint.score(), -1);
            readings[s][0] = base;
            for (int v = 0; v <= due; v++) {
                readings[s][v + 1] = base + outcome.change(subjects.get(s), endpoint, v);
            }
        }
        MonotoneImputation imputation = new MonotoneImputation(readings, sides(subjects));
        long strata = subjects.stream().mapToInt(SubjectRecord::stratum).distinct().count();
        List<EffectEstimate> all = new ArrayList<>();
        for (int i = 0; i < missing.imputations(); i++) {
            double[][] whole = imputation.impute(missing.method(), shift, chance(i));
            double[] values = new double[whole.length];
            for (int s = 0; s < values.length; s++) {
                values[s] = whole[s][due + 1] - whole[s][0];
            }
            all.add(analysis.covariance(subjects, endpoint, values));
        }
        return RubinsRules.of(all, subjects.size() - 2.0 - strata).effect(analysis.level());
    }

    private static int[] sides(List<SubjectRecord> subjects) {
        return subjects.stream().mapToInt(s -> s.arm() == 0 ? 0 : 1).toArray();
    }

    /// As [EstimandAnalysis#tippingPoint].
    double tippingPoint(List<SubjectRecord> subjects, TrialEndpoint.Change endpoint) {
        double alpha = 1 - analysis.level();
        if (!significant(subjects, endpoint, missing.shift(), alpha)) {
            return 0;
        }
        double far = 1;
        while (significant(subjects, endpoint, missing.shift() + far, alpha)) {
            far *= 2;
            if (far > WIDEST) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double near = far / 2 < 1 ? 0 : far / 2;
        for (int i = 0; i < HALVINGS && far - near > 1e-3 * far; i++) {
            double middle = (near + far) / 2;
            if (significant(subjects, endpoint, missing.shift() + middle, alpha)) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return (near + far) / 2;
    }

    /// A smaller score is better.
    private boolean significant(List<SubjectRecord> subjects, TrialEndpoint.Change endpoint, double shift,
            double alpha) {
        EffectEstimate effect = changes(subjects, endpoint, shift);
        return effect.p() <= alpha && effect.value() < 0;
    }
}
