package propria.trial.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.reading.Findings;
import propria.study.reading.Values;
import propria.trial.design.CurvePlan;
import propria.trial.design.Dropout;
import propria.trial.design.PlannedVisit;
import propria.trial.design.Randomisation;
import propria.trial.design.RescueRule;
import propria.trial.design.Screening;
import propria.trial.design.TrialDesign;
import propria.trial.design.VarianceComponents;
import propria.trial.patient.cohort.CohortMethod;
import propria.trial.score.ClinicalScore;

/// Reads `trial:` of a study file.
public final class TrialFile {

    private static final int MOST_PATIENTS = 4000;
    private static final int MOST_TRIALS = 100_000;
    private static final int MOST_COURSES = 100_000;

    /// Choosing takes memory and time with the square of the people.
    private static final int MOST_CHOSEN = 2000;

    private final YamlMapping trial;
    private final List<String> arms;
    private final Findings findings = new Findings();

    private TrialFile(YamlMapping trial, List<String> arms) {
        this.trial = trial;
        this.arms = arms;
    }

    /// The design of a study, if its file has one.
    ///
    /// @param folderOrFile as of [propria.study.file.StudyFile#read]
    /// @throws ProblemException with every problem that was found, T2..
    public static Optional<TrialDesign> read(Path folderOrFile) {
        Path path = Files.isDirectory(folderOrFile) ? folderOrFile.resolve("study.yaml") : folderOrFile;
        YamlMapping file = YamlReader.read(path, path.toString());
        List<String> arms = file.mappings("arms").stream().map(a -> a.text("id")).toList();
        return file.optionalMapping("trial").map(trial -> new TrialFile(trial, arms).design());
    }

    private TrialDesign design() {
        findings.attempt(this::known);
        List<TrialDesign.Share> allocation = some(this::allocation);
        List<PlannedVisit> visits = some(this::visits);
        Optional<Integer> patients = findings.attempt(() -> count(trial, "patients", MOST_PATIENTS));
        Optional<Integer> trials = findings
                .attempt(() -> trial.has("trials") ? count(trial, "trials", MOST_TRIALS) : 1000);
        List<Integer> sizes = some(() -> sizes(patients.orElse(MOST_PATIENTS)));
        Optional<TrialDesign.BankPlan> bank = findings.attempt(this::bank);
        Optional<Screening> screening = findings.attempt(this::screening);
        Optional<Randomisation> randomisation = findings.attempt(this::randomisation);
        Optional<Dropout> dropout = findings.attempt(this::dropout);
        Optional<Optional<RescueRule>> rescue = findings.attempt(this::rescue);
        EstimandReader reader = new EstimandReader(trial, findings, visits);
        reader.read();
        DesignExtras extras = new DesignExtras(trial);
        Optional<TrialDesign.Domain> domain = findings.attempt(extras::domain);
        Optional<CurvePlan> curves = findings.attempt(extras::curves);
        Optional<VarianceComponents> components = findings.attempt(extras::components);
        double alpha = findings.attempt(() -> trial.optionalNumber("alpha").orElse(0.05)).orElse(0.05);
        if (!(alpha > 0 && alpha < 1)) {
            findings.add(Problem.error("T203", trial.placeOf("alpha"), "alpha lies between 0 and 1", "it is " + alpha,
                    "write `alpha: 0.05`"));
        }
        Optional<String> population = findings.attempt(() -> trial.text("population"));
        findings.raise();
        return new TrialDesign(population.orElseThrow(), allocation, patients.orElseThrow(), sizes,
                trials.orElseThrow(), bank.orElseThrow(), screening.orElseThrow(), randomisation.orElseThrow(), visits,
                dropout.orElseThrow(), rescue.orElseThrow(), reader.endpoints(), reader.estimands(), reader.looks(),
                reader.multiplicity(StrictMath.max(1, allocation.size() - 1)), alpha, domain.orElseThrow(),
                curves.orElseThrow(), components.orElseThrow());
    }

    private <T> List<T> some(java.util.function.Supplier<List<T>> reader) {
        return findings.attempt(reader).orElse(List.of());
    }

    private boolean known() {
        trial.allow("population", "allocation", "patients", "sizes", "trials", "bank", "screening", "randomisation",
                "visits", "dropout", "rescue", "endpoints", "estimands", "looks", "multiplicity", "alpha", "domain",
                "curves", "centres", "donors");
        return true;
    }

    static int count(YamlMapping mapping, String key, int most) {
        double value = mapping.number(key);
        if (!(value >= 1) || value > most || value != StrictMath.rint(value)) {
            throw new ProblemException(Problem.error("T203", mapping.placeOf(key),
                    "`" + key + "` must be a whole number from 1 to " + most, "it is " + mapping.text(key),
                    "write a whole number"));
        }
        return (int) value;
    }

    private List<TrialDesign.Share> allocation() {
        YamlMapping shares = trial.mapping("allocation");
        List<TrialDesign.Share> allocation = new ArrayList<>();
        for (String arm : shares.keys()) {
            if (!arms.contains(arm)) {
                throw Findings.unknown("T201", shares.placeOf(arm), "arm", arm, arms);
            }
            allocation.add(new TrialDesign.Share(arm, count(shares, arm, 20)));
        }
        if (allocation.size() < 2) {
            throw new ProblemException(Problem.error("T201", shares.place(), "a trial has at least two arms",
                    "the first is the comparator", "write `allocation: {placebo: 1, cells: 1}`"));
        }
        return allocation;
    }

    private List<Integer> sizes(int most) {
        List<Integer> sizes = new ArrayList<>();
        for (var node : trial.has("sizes") ? trial.textNodes("sizes") : List.<propria.formats.yaml.YamlNode.Text>of()) {
            sizes.add(whole(node.value(), node.place(), most));
        }
        return sizes;
    }

    private static int whole(String text, SourceLocation place, int most) {
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 4 || Integer.parseInt(text) > most) {
            throw new ProblemException(Problem.error("T203", place, "a size is a whole number from 4 to " + most,
                    "it is " + text, "sizes are read from the first patients of each trial: none is above `patients`"));
        }
        return Integer.parseInt(text);
    }

    private TrialDesign.BankPlan bank() {
        Optional<YamlMapping> bank = trial.optionalMapping("bank");
        if (bank.isEmpty()) {
            return new TrialDesign.BankPlan(20, 50, 200);
        }
        YamlMapping plan = bank.get();
        plan.allow("draws", "patients_per_draw", "typical_patients", "cohort");
        int most = plan.has("cohort") ? MOST_CHOSEN : MOST_COURSES;
        return new TrialDesign.BankPlan(count(plan, "draws", 10_000), count(plan, "patients_per_draw", most),
                count(plan, "typical_patients", most),
                plan.has("cohort")
                        ? Optional.of(named(plan, "cohort", "cohort",
                                word -> Optional.of(word).filter(CohortMethod.WORDS::contains), CohortMethod.WORDS))
                        : Optional.empty());
    }

    private Screening screening() {
        List<Screening.Criterion> criteria = new ArrayList<>();
        for (YamlMapping entry : trial.has("screening") ? trial.mappings("screening") : List.<YamlMapping>of()) {
            entry.allow("score", "low", "high");
            criteria.add(new Screening.Criterion(score(entry, "score"),
                    entry.optionalNumber("low").orElse(Double.NEGATIVE_INFINITY),
                    entry.optionalNumber("high").orElse(Double.POSITIVE_INFINITY)));
        }
        return new Screening(criteria);
    }

    static ClinicalScore score(YamlMapping entry, String key) {
        return named(entry, key, "score", ClinicalScore::named,
                java.util.Arrays.stream(ClinicalScore.values()).map(ClinicalScore::word).toList());
    }

    static <T> T named(YamlMapping entry, String key, String kind, Function<String, Optional<T>> named,
            List<String> known) {
        String word = entry.text(key);
        return named.apply(word).orElseThrow(() -> Findings.unknown("T202", entry.placeOf(key), kind, word, known));
    }

    private Randomisation randomisation() {
        Optional<YamlMapping> entry = trial.optionalMapping("randomisation");
        if (entry.isEmpty()) {
            return new Randomisation(Randomisation.Method.PERMUTED_BLOCKS, 2, List.of(), 0.8);
        }
        entry.get().allow("method", "block", "strata", "bias");
        return new Randomisation(Values.word(Randomisation.Method.class, entry.get(), "method", "T202"),
                entry.get().has("block") ? count(entry.get(), "block", 100) : 2,
                entry.get().has("strata") ? entry.get().texts("strata") : List.of(),
                entry.get().optionalNumber("bias").orElse(0.8));
    }

    private List<PlannedVisit> visits() {
        List<PlannedVisit> visits = new ArrayList<>();
        double last = 0;
        for (YamlMapping entry : trial.mappings("visits")) {
            entry.allow("name", "at", "window");
            double day = Values.days(entry, "at");
            if (!(day > last)) {
                throw new ProblemException(Problem.error("T204", entry.placeOf("at"),
                        "visits follow each other and the start of treatment", "day " + day + " after day " + last,
                        "order them by time"));
            }
            last = day;
            visits.add(new PlannedVisit(entry.text("name"), day,
                    entry.has("window") ? Values.days(entry, "window") : 0));
        }
        if (visits.isEmpty()) {
            throw new ProblemException(Problem.error("T204", trial.placeOf("visits"), "a trial has a visit", "",
                    "add `visits: [{name: week 12, at: 84 d}]`"));
        }
        return visits;
    }

    private Dropout dropout() {
        Optional<YamlMapping> entry = trial.optionalMapping("dropout");
        if (entry.isEmpty()) {
            return new Dropout(0, Optional.empty());
        }
        entry.get().allow("per_week", "informative");
        return new Dropout(entry.get().number("per_week"), entry.get().optionalMapping("informative").map(more -> {
            more.allow("score", "unless_lower_by", "factor");
            return new Dropout.Informative(score(more, "score"), more.number("unless_lower_by"), more.number("factor"));
        }));
    }

    private Optional<RescueRule> rescue() {
        return trial.optionalMapping("rescue").map(entry -> {
            entry.allow("score", "unless_lower_by", "from", "treatment");
            return new RescueRule(score(entry, "score"), entry.number("unless_lower_by"), Values.days(entry, "from"),
                    entry.optionalMapping("treatment").map(DesignExtras::treatment));
        });
    }
}
