package propria.trial.clinical.vocabulary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.inference.vocabulary.Vocabulary.Rule;
import propria.inference.vocabulary.Vocabulary.Rules;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.reading.Values;

/// The rules of `library/calibration/clinical/vocabulary.yaml`. The first rule of a list whose pattern is found decides.
///
/// @param indications what patients have
/// @param products what is given
/// @param arms what an arm is for: `contrast`, `both`, `control`, `surgery`; nothing for the active arm
/// @param routes how it is given
/// @param endpoints what is measured, from the name of the end point
/// @param definitions what is measured, from its definition, where that decides more than the name
/// @param sets whom a row counts
/// @param patterns single patterns by name
/// @param responders which share of an arm are those who responded, where a table does not say
/// @param unstated how many patients an arm has where a table does not say, by phase
/// @param numbers what is known of numbers, by class
public record ClinicalVocabulary(Rules<IndicationTerm> indications, Rules<AgentTerm> products, Rules<String> arms,
        Rules<String> routes, Rules<EndpointTerm> endpoints, Rules<String> definitions, Rules<String> sets,
        Map<String, Pattern> patterns, double responders, Map<String, Double> unstated,
        Map<String, NumberTerm> numbers) {

    private static final List<String> DESIGNS = List.of("single", "controlled", "blinded", "maintenance", "follow_up",
            "meta",
            "autologous");

    /// What patients have.
    ///
    /// @param group whose baselines apply
    /// @param offset the name of a deviation of its own; empty for none
    public record IndicationTerm(String group, String offset) {
    }

    /// What is given.
    ///
    /// @param agent the class of its effect
    /// @param refusal why it is not predicted; empty when it is
    public record AgentTerm(String agent, String refusal) {
    }

    /// Reads a vocabulary.
    ///
    /// @throws ProblemException with what is wrong with the file; I210 for what is not a regular expression
    public static ClinicalVocabulary read(Path path) {
        YamlMapping file = YamlReader.read(path, path.toString());
        file.allow("indications", "products", "arms", "routes", "endpoints", "definitions", "imaging", "comparisons",
                "sets",
                "lesions", "designs", "responders", "unstated_n", "numbers");
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        patterns.put("imaging", pattern(file, "imaging"));
        patterns.put("lesions", pattern(file, "lesions"));
        patterns.put("comparisons", pattern(file, "comparisons"));
        DESIGNS.forEach(name -> patterns.put(name, pattern(file.mapping("designs"), name)));
        Map<String, Double> unstated = new LinkedHashMap<>();
        file.mapping("unstated_n").keys().forEach(key -> unstated.put(key, file.mapping("unstated_n").number(key)));
        Map<String, NumberTerm> numbers = new LinkedHashMap<>();
        file.mapping("numbers").keys().forEach(key -> numbers.put(key, number(file.mapping("numbers").mapping(key))));
        return new ClinicalVocabulary(
                rules(file, "indications", rule -> new IndicationTerm(rule.text("group"),
                        rule.optionalText("offset").orElse(""))),
                rules(file, "products", rule -> new AgentTerm(rule.optionalText("class").orElse(""),
                        rule.optionalText("refuse").orElse(""))),
                rules(file, "arms", rule -> rule.text("role")), rules(file, "routes", rule -> rule.text("route")),
                rules(file, "endpoints", ClinicalVocabulary::endpoint),
                rules(file, "definitions", rule -> rule.text("class")), rules(file, "sets", rule -> rule.text("set")),
                Map.copyOf(patterns), file.number("responders"), Map.copyOf(unstated), Map.copyOf(numbers));
    }

    private static EndpointTerm endpoint(YamlMapping rule) {
        rule.allow("match", "refuse", "class", "kind", "inverse");
        EndpointTerm.Kind kind = rule.has("kind")
                ? Values.word(EndpointTerm.Kind.class, rule, "kind", "I211")
                : EndpointTerm.Kind.SHARE;
        return new EndpointTerm(rule.optionalText("class").orElse(""), kind, rule.flag("inverse", false),
                rule.optionalText("refuse").orElse(""));
    }

    private static NumberTerm number(YamlMapping entry) {
        return new NumberTerm(entry.text("group"), entry.number("level"), entry.number("between"),
                entry.number("patients"), entry.optionalText("scale").orElse("linear").equals("log"),
                entry.text("via"), entry.number("threshold"), entry.number("change"), entry.number("shift"));
    }

    private static <T> Rules<T> rules(YamlMapping file, String key, Function<YamlMapping, T> says) {
        List<Rule<T>> rules = new ArrayList<>();
        for (YamlMapping rule : file.mappings(key)) {
            rules.add(new Rule<>(pattern(rule, "match"), says.apply(rule)));
        }
        return new Rules<>(rules);
    }

    private static Pattern pattern(YamlMapping rule, String key) {
        try {
            return Pattern.compile(rule.text(key));
        } catch (PatternSyntaxException e) {
            throw new ProblemException(Problem.error("I210", rule.placeOf(key), "this is not a regular expression",
                    e.getDescription(), "correct it; see java.util.regex.Pattern"));
        }
    }

    /// Whether a named pattern is found in a text.
    public boolean says(String name, String text) {
        return found(name, text).isPresent();
    }

    /// The first group of a named pattern, or all of what it found where it has none.
    public Optional<String> found(String name, String text) {
        var matcher = patterns.getOrDefault(name, Pattern.compile("$^"))
                .matcher(text.toLowerCase(java.util.Locale.ROOT));
        return matcher.find()
                ? Optional.of(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group())
                : Optional.empty();
    }

    /// How many patients an arm has where a table does not say.
    public double unstated(String phase) {
        return phase.chars().filter(Character::isDigit).mapToObj(c -> Character.toString((char) c))
                .filter(unstated::containsKey).findFirst().map(unstated::get)
                .orElse(unstated.getOrDefault("other", 30.0));
    }
}
