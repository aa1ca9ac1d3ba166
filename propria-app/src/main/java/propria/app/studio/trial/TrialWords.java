package propria.app.studio.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import propria.study.library.Library;
import propria.trial.design.AnalysisMethod;
import propria.trial.design.IntercurrentStrategy;
import propria.trial.design.TrialEndpoint;
import propria.trial.patient.TargetPopulation;
import propria.trial.patient.TargetPopulationReader;
import propria.trial.patient.cohort.CohortMethod;
import propria.trial.score.ClinicalRule;
import propria.trial.score.ClinicalScore;
import propria.trial.score.Endoscopy;

/// What a design of a trial can be made of.
///
/// @param methods by which virtual patients are made
public record TrialWords(List<Target> targets, List<String> methods, List<String> rules, List<String> scores,
        List<Analysis> analyses, List<String> strategies) {

    public TrialWords {
        targets = List.copyOf(targets);
        methods = List.copyOf(methods);
        rules = List.copyOf(rules);
        scores = List.copyOf(scores);
        analyses = List.copyOf(analyses);
        strategies = List.copyOf(strategies);
    }

    /// A group of patients as trials describe it.
    public record Target(String id, String name, String indication) {
    }

    /// A way to analyse.
    ///
    /// @param fits the kind of endpoint: `rule`, `change` or `time`
    public record Analysis(String word, String fits) {
    }

    /// All of them.
    public static TrialWords of(Library library) {
        return new TrialWords(TargetPopulationReader.names(library).stream()
                .map(id -> target(TargetPopulationReader.read(library, id))).toList(), CohortMethod.WORDS,
                Arrays.stream(ClinicalRule.values()).map(ClinicalRule::word).toList(),
                Arrays.stream(ClinicalScore.values()).map(ClinicalScore::word).toList(),
                Arrays.stream(AnalysisMethod.values()).map(TrialWords::analysis).toList(),
                Arrays.stream(IntercurrentStrategy.values()).map(TrialWords::lower).toList());
    }

    private static Target target(TargetPopulation t) {
        return new Target(t.id(), t.name(), t.indication());
    }

    private static Analysis analysis(AnalysisMethod method) {
        String fits = method.fits(new TrialEndpoint.Change("", ClinicalScore.CDAI, 1))
                ? "change"
                : method.fits(new TrialEndpoint.Time("", ClinicalRule.CLOSURE, false, Endoscopy.Reader.CENTRAL))
                        ? "time"
                        : "rule";
        return new Analysis(lower(method), fits);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
