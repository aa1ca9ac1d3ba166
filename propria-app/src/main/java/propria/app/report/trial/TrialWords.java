package propria.app.report.trial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.app.report.finding.Answer;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;

/// What arms and estimands are called in the study file of a run; their ids, readable, where the run keeps none.
///
/// @param arms names by id
/// @param measured by estimand, what its endpoint reads, without its visit
/// @param shares by estimand, whether its effect is a difference between shares of patients
/// @param population in words; empty where the run does not keep it
record TrialWords(Map<String, String> arms, Map<String, String> measured, Map<String, Boolean> shares,
        String population) {

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    TrialWords {
        arms = Map.copyOf(arms);
        measured = Map.copyOf(measured);
        shares = Map.copyOf(shares);
    }

    static TrialWords read(Path folder) {
        Path file = folder.resolve("inputs/study/study.yaml");
        if (!Files.exists(file)) {
            return new TrialWords(Map.of(), Map.of(), Map.of(), "");
        }
        YamlMapping study = YamlReader.read(file, "study.yaml");
        Map<String, String> arms = new HashMap<>();
        study.mappings("arms").forEach(a -> a.optionalText("name").ifPresent(n -> arms.put(a.text("id"), n)));
        Map<String, String> measured = new HashMap<>();
        Map<String, Boolean> shares = new HashMap<>();
        YamlMapping trial = study.mapping("trial");
        Map<String, YamlMapping> endpoints = new HashMap<>();
        trial.mappings("endpoints").forEach(e -> endpoints.put(e.text("id"), e));
        trial.mappings("estimands").forEach(e -> {
            YamlMapping endpoint = endpoints.get(e.text("endpoint"));
            if (endpoint != null) {
                shares.put(e.text("id"),
                        e.optionalText("analysis").filter(TrialWords::isDifferenceOfShares).isPresent());
                what(endpoint).ifPresent(what -> measured.put(e.text("id"), what));
            }
        });
        return new TrialWords(arms, measured, shares, population(folder, trial.optionalText("population").orElse("")));
    }

    private static Optional<String> what(YamlMapping endpoint) {
        String reader = endpoint.optionalText("reader").filter("local"::equals).map(_ -> ", read locally").orElse("");
        return endpoint.optionalText("rule").or(() -> endpoint.optionalText("change").map(c -> "change of " + c))
                .map(what -> readable(what) + reader);
    }

    private static boolean isDifferenceOfShares(String analysis) {
        return analysis.equals("cmh") || analysis.startsWith("risk_difference");
    }

    private static String population(Path folder, String id) {
        Path file = folder.resolve("inputs/library/populations/" + id + ".yaml");
        return id.isEmpty() || !Files.exists(file)
                ? ""
                : YamlReader.read(file, id + ".yaml").optionalText("name").orElse("");
    }

    /// A warning of the run as a sentence, with the names of its arms.
    String inWords(String warning) {
        Matcher matcher = QUOTED.matcher(Answer.capital(warning));
        return matcher.replaceAll(m -> Matcher.quoteReplacement("“" + arm(m.group(1)) + "”"));
    }

    /// `One dose`.
    String arm(String id) {
        return arms.getOrDefault(id, readable(id));
    }

    /// `combined remission at week 24`; with its id behind it where another estimand would be called the same.
    String estimand(OperatingTable table, String id) {
        String name = named(table, id);
        List<String> ids = table.keys().stream().map(OperatingTable.Key::estimand).distinct().toList();
        return ids.stream().filter(other -> named(table, other).equals(name)).count() > 1
                ? name + " (" + readable(id) + ")"
                : name;
    }

    /// `combined remission at week 24, One dose`.
    String hypothesis(OperatingTable table, OperatingTable.Key key) {
        return estimand(table, key.estimand()) + ", " + arm(key.arm());
    }

    /// Whether an estimand is a difference between shares of patients.
    boolean isShare(String estimand) {
        return shares.getOrDefault(estimand, false);
    }

    private String named(OperatingTable table, String id) {
        String what = measured.get(id);
        double day = table.day(new OperatingTable.Key(id, ""));
        return what == null || Double.isNaN(day)
                ? readable(id)
                : what + " at week " + String.format(Locale.ROOT, day % 7 == 0 ? "%.0f" : "%.1f", day / 7);
    }

    /// A word of a file as it is read.
    static String readable(String id) {
        return id.replace('_', ' ');
    }
}
