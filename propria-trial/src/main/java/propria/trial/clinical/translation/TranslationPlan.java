package propria.trial.clinical.translation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.trial.design.Screening;
import propria.trial.patient.Treatment;
import propria.trial.score.ClinicalRule;
import propria.trial.score.ClinicalScore;
import propria.trial.score.Endoscopy;

/// `translation.yaml`: what is set so that simulated patients behave as those of trials, and the published shares and effects that
/// it is held to.
///
/// @param patients of each question
/// @param trials how often each patient is seen, each time with other noise
/// @param leaving share of patients who leave [1/week]; they count as failures
/// @param seed of the random streams
public record TranslationPlan(int patients, int trials, double leaving, long seed, List<Question> questions) {

    private static final double DAYS = 7;

    /// One target population and what is asked of it.
    ///
    /// @param id its name
    /// @param target population
    /// @param screening who enters
    /// @param reported traits of reporting that are estimated, with their prior
    /// @param fixed traits that are set, by name
    /// @param set numbers of the model that are set, by id
    /// @param scan what is varied in the model; empty when nothing is
    /// @param background what every arm is given
    /// @param treatment what is given besides; empty for placebo
    /// @param outcomes that it is held to
    public record Question(String id, String target, Screening screening, Map<String, Belief> reported,
            Map<String, Double> fixed, Map<String, Double> set, Optional<Scan> scan, Optional<Treatment> background,
            Optional<Treatment> treatment, List<Outcome> outcomes) {

        public Question {
            reported = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reported));
            set = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(set));
            fixed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
            outcomes = List.copyOf(outcomes);
        }
    }

    /// A normal prior, of a number that is not negative.
    public record Belief(double mean, double sd) {
    }

    /// Values of one number of the model that are tried; between them shares are interpolated.
    ///
    /// @param parameter its id, or that of a state when `state`
    /// @param state whether it is a state that is set when treatment begins
    /// @param values ascending or descending
    public record Scan(String parameter, boolean state, List<Double> values) {

        public Scan {
            values = List.copyOf(values);
        }
    }

    /// What was published.
    ///
    /// @param week when [weeks]
    /// @param value a share [%], or a log odds ratio against the untreated when `effect`
    /// @param error its standard error: on the logit scale for a share
    /// @param fitted whether it is fitted, or only compared
    /// @param source where it was read
    public record Outcome(ClinicalRule rule, Endoscopy.Reader reader, double week, boolean effect, double value,
            double error, boolean fitted, String source) {
    }

    public TranslationPlan {
        questions = List.copyOf(questions);
    }

    /// Reads the file.
    ///
    /// @throws ProblemException T405 for a rule or score that nobody defines
    public static TranslationPlan read(Path path) {
        YamlMapping file = YamlReader.read(path, path.toString());
        file.allow("patients", "trials", "leaving_per_week", "seed", "questions");
        List<Question> questions = new ArrayList<>();
        file.mappings("questions").forEach(entry -> questions.add(question(entry)));
        return new TranslationPlan((int) file.number("patients"), (int) file.number("trials"),
                file.number("leaving_per_week"), (long) file.number("seed"), questions);
    }

    private static Question question(YamlMapping entry) {
        entry.allow("id", "target", "screening", "reported", "fixed", "set", "scan", "background", "treatment",
                "outcomes", "note");
        Map<String, Belief> reported = new LinkedHashMap<>();
        entry.optionalMapping("reported").ifPresent(named -> named.keys().forEach(id -> reported.put(id,
                new Belief(named.mapping(id).number("mean"), named.mapping(id).number("sd")))));
        Map<String, Double> fixed = new LinkedHashMap<>();
        entry.optionalMapping("fixed").ifPresent(named -> named.keys().forEach(id -> fixed.put(id, named.number(id))));
        Map<String, Double> set = new LinkedHashMap<>();
        entry.optionalMapping("set").ifPresent(named -> named.keys()
                .forEach(id -> set.put(propria.study.reading.Values.modelId(id), named.number(id))));
        List<Screening.Criterion> criteria = new ArrayList<>();
        for (YamlMapping one : entry.has("screening") ? entry.mappings("screening") : List.<YamlMapping>of()) {
            criteria.add(new Screening.Criterion(ClinicalScore.named(one.text("score"))
                    .orElseThrow(() -> unknown(one, "score")), one.optionalNumber("low").orElse(0),
                    one.optionalNumber("high").orElse(Double.MAX_VALUE)));
        }
        return new Question(entry.text("id"), entry.text("target"), new Screening(criteria), reported, fixed, set,
                entry.optionalMapping("scan").map(TranslationPlan::scan),
                entry.optionalMapping("background").map(TranslationPlan::treatment),
                entry.optionalMapping("treatment").map(TranslationPlan::treatment),
                entry.mappings("outcomes").stream().map(TranslationPlan::outcome).toList());
    }

    private static Scan scan(YamlMapping entry) {
        entry.allow("parameter", "state", "values");
        boolean state = entry.has("state");
        return new Scan(propria.study.reading.Values.modelId(entry.text(state ? "state" : "parameter")), state,
                entry.texts("values").stream().map(Double::parseDouble).toList());
    }

    private static Treatment treatment(YamlMapping entry) {
        entry.allow("product", "amount", "route", "weeks");
        return new Treatment(entry.text("product"), entry.text("amount"), entry.text("route"),
                entry.texts("weeks").stream().map(week -> Double.parseDouble(week) * DAYS).toList(), 0);
    }

    private static Outcome outcome(YamlMapping entry) {
        entry.allow("rule", "reader", "week", "percent", "low", "high", "log_odds_ratio", "error", "fitted", "from");
        ClinicalRule rule = ClinicalRule.named(entry.text("rule")).orElseThrow(() -> unknown(entry, "rule"));
        Endoscopy.Reader reader = entry.optionalText("reader").orElse("central").toLowerCase(Locale.ROOT)
                .equals("local") ? Endoscopy.Reader.LOCAL : Endoscopy.Reader.CENTRAL;
        boolean effect = entry.has("log_odds_ratio");
        double value = entry.number(effect ? "log_odds_ratio" : "percent");
        double error = entry.has("error")
                ? entry.number("error")
                : (logit(entry.number("high")) - logit(entry.number("low"))) / (2 * 1.959963984540054);
        return new Outcome(rule, reader, entry.number("week"), effect, value, error, entry.flag("fitted", true),
                entry.optionalText("from").orElse(""));
    }

    private static double logit(double percent) {
        return StrictMath.log(percent / (100 - percent));
    }

    private static ProblemException unknown(YamlMapping entry, String key) {
        return new ProblemException(Problem.error("T405", entry.placeOf(key),
                "nobody defines the " + key + " `" + entry.text(key) + "`", "",
                "use one of " + (key.equals("rule") ? "ClinicalRule" : "ClinicalScore")));
    }
}
