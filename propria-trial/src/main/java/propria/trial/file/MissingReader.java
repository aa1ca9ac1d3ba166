package propria.trial.file;

import propria.formats.yaml.YamlMapping;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.reading.Values;
import propria.trial.analysis.missing.ImputationMethod;
import propria.trial.design.AnalysisMethod;
import propria.trial.design.IntercurrentStrategy;
import propria.trial.design.MissingData;
import propria.trial.design.TrialEndpoint;

/// Reads `missing:` of an estimand, and says which strategies it can have.
final class MissingReader {

    private static final int USUAL = 20;
    private static final int MOST = 500;

    private MissingReader() {
    }

    static MissingData read(YamlMapping entry, AnalysisMethod analysis, TrialEndpoint endpoint) {
        entry.allow("method", "imputations", "shift");
        ImputationMethod method = Values.word(ImputationMethod.class, entry, "method", "T202");
        boolean fits = switch (analysis) {
            case ANCOVA, CMH, RISK_DIFFERENCE_WALD, LOGISTIC -> true;
            default -> false;
        };
        boolean rule = endpoint instanceof TrialEndpoint.Binary;
        if (!fits || rule && method == ImputationMethod.CIR) {
            throw new ProblemException(Problem.error("T206", entry.place(), "nothing is imputed for this analysis",
                    "imputed readings are analysed by ancova, cmh, risk_difference_wald or logistic; a rule has no"
                            + " increments to copy (cir)",
                    "use one of these, or leave `missing` out"));
        }
        if (endpoint instanceof TrialEndpoint.Binary binary && binary.days().size() > 1) {
            throw new ProblemException(Problem.error("T206", entry.place(),
                    "a rule that must be met on several days is not imputed",
                    "its states are more than met and not met",
                    "use an endpoint of one day, or leave `missing` out"));
        }
        double shift = entry.optionalNumber("shift").orElse(0);
        if (rule && shift != 0) {
            throw new ProblemException(Problem.error("T203", entry.placeOf("shift"), "a rule has no points to shift",
                    "it is met or not", "leave `shift` out"));
        }
        int count = entry.has("imputations") ? TrialFile.count(entry, "imputations", MOST) : USUAL;
        return new MissingData(method, StrictMath.max(2, count), shift);
    }

    /// Refuses strategies that have no meaning for an endpoint or an analysis.
    static void refuse(SourceLocation place, IntercurrentStrategy strategy, TrialEndpoint endpoint,
            AnalysisMethod analysis, boolean imputed) {
        if (strategy == IntercurrentStrategy.COMPOSITE && endpoint instanceof TrialEndpoint.Change) {
            throw new ProblemException(Problem.error("T207", place, "a change has no composite",
                    "an event that counts as failure has no number of points",
                    "use a rule as the endpoint, or another strategy"));
        }
        if (strategy == IntercurrentStrategy.HYPOTHETICAL && endpoint instanceof TrialEndpoint.Binary && !imputed) {
            throw new ProblemException(Problem.error("T207", place, "a rule has no hypothetical strategy by itself",
                    "what would have been without the event must be imputed", "add `missing: {method: mar}`"));
        }
        if (strategy == IntercurrentStrategy.PRINCIPAL_STRATUM && (analysis != AnalysisMethod.RISK_DIFFERENCE_WALD
                || imputed)) {
            throw new ProblemException(Problem.error("T207", place,
                    "a principal stratum is estimated for rules, by weights",
                    "strata that nobody sees need an assumption; here it is principal ignorability within strata of the"
                            + " randomisation, with a weighted risk difference",
                    "use `analysis: risk_difference_wald` without `missing`, or another strategy"));
        }
    }
}
