package propria.inference.vocabulary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.inference.vocabulary.OutcomeTerm.Kind;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.reading.Values;

/// The rules of the vocabulary file. The first rule of a list whose pattern is found in a text decides.
public final class Vocabulary {

    /// A list of rules.
    ///
    /// @param <T> what a rule says
    public record Rules<T>(List<Rule<T>> rules) {

        public Rules {
            rules = List.copyOf(rules);
        }

        /// What the first fitting rule says.
        public Optional<T> of(String text) {
            String plain = plain(text);
            return rules.stream().filter(rule -> rule.match.matcher(plain).find()).findFirst().map(Rule::says);
        }

        /// What all fitting rules say, in their order.
        public List<T> all(String text) {
            String plain = plain(text);
            return rules.stream().filter(rule -> rule.match.matcher(plain).find()).map(Rule::says).toList();
        }
    }

    /// A rule.
    ///
    /// @param match the pattern that is looked for
    public record Rule<T>(Pattern match, T says) {
    }

    /// A scale on which a score may be written.
    public record ScoreScale(double maximum, double weight) {
    }

    /// How subjects are made ill.
    ///
    /// @param insult the id in the library; empty when the population is ill by birth
    /// @param level concentration or amount of the insult
    /// @param days how long each cycle lasts [d]
    /// @param cycles how often
    /// @param period from the start of a cycle to that of the next [d]
    /// @param readOut when values are read where the table does not say [d]
    /// @param treat when a product is given where the table does not say [d]
    /// @param refusal why it cannot be predicted; empty when it can
    public record InsultTerm(String insult, String population, double level, double days, int cycles, double period,
            double readOut, double treat, String refusal) {
    }

    /// What is given.
    ///
    /// @param product the id in the library; empty for nothing, or nothing that acts
    /// @param primed the id of the same, primed; empty when there is none
    /// @param inert whether it is a control that is given like a product and does not act
    /// @param refusal why it cannot be predicted; empty when it can
    public record ProductTerm(String product, String primed, double dose, String unit, String days, boolean inert,
            String refusal) {
    }

    /// What preconditioning makes of a product.
    ///
    /// @param product the id in the library; empty for the primed form of the product
    public record PrimingTerm(String product) {
    }

    /// What a product has lost.
    ///
    /// @param values what it sets in the model
    /// @param lost whether it is what authors hold the product to work by
    public record LossTerm(Map<String, Double> values, boolean lost) {
    }

    /// What a direction is stated against.
    ///
    /// @param kind `untreated`, `healthy`, `healthy_recipient`, `unprimed`, `route`, `dose`, `day` or `product`
    /// @param refusal why it cannot be predicted; empty when it can
    public record ComparatorTerm(String kind, String route, double dose, String refusal) {
    }

    /// The design of a known data set; not a number where it is not stated.
    public record SeriesTerm(double level, double days, double from) {
    }

    private final Rules<OutcomeTerm> outcomes;
    private final Rules<InsultTerm> insults;
    private final Rules<String> populations;
    private final Rules<ProductTerm> products;
    private final Rules<PrimingTerm> preconditioning;
    private final Rules<LossTerm> losses;
    private final Rules<List<String>> routes;
    private final Rules<SeriesTerm> series;
    private final Rules<ComparatorTerm> comparators;
    private final Map<String, List<ScoreScale>> scales = new LinkedHashMap<>();
    private final Map<String, Double> animals = new LinkedHashMap<>();
    private final Map<String, Double> anchors = new LinkedHashMap<>();
    private final Pattern healthy;
    private final Pattern ill;
    private final Pattern unprimed;

    private Vocabulary(YamlMapping file) {
        file.allow("outcomes", "scales", "animals", "insults", "healthy", "ill", "populations", "products",
                "preconditioning", "unprimed", "losses", "routes", "datasets", "comparators", "anchors");
        comparators = rules(file, "comparators", rule -> new ComparatorTerm(rule.optionalText("is").orElse(""),
                rule.optionalText("route").orElse(""), rule.optionalNumber("dose").orElse(0),
                rule.optionalText("refuse").orElse("")));
        outcomes = rules(file, "outcomes", Vocabulary::outcome);
        insults = rules(file, "insults", Vocabulary::insult);
        populations = rules(file, "populations", rule -> rule.text("population"));
        products = rules(file, "products", rule -> new ProductTerm(rule.optionalText("product").orElse(""),
                rule.optionalText("primed").orElse(""), rule.optionalNumber("dose").orElse(0),
                rule.optionalText("unit").orElse(""), rule.optionalText("days").orElse(""),
                rule.flag("inert", false), rule.optionalText("refuse").orElse("")));
        preconditioning = rules(file, "preconditioning",
                rule -> new PrimingTerm(rule.optionalText("product").orElse("")));
        losses = rules(file, "losses", Vocabulary::loss);
        routes = rules(file, "routes", rule -> rule.has("either")
                ? rule.texts("either")
                : List.of(rule.text("route")));
        series = rules(file, "datasets", rule -> new SeriesTerm(rule.optionalNumber("level").orElse(Double.NaN),
                rule.optionalNumber("days").orElse(Double.NaN), rule.optionalNumber("from").orElse(0)));
        for (String name : file.mapping("scales").keys()) {
            scales.put(name, file.mapping("scales").mappings(name).stream()
                    .map(scale -> new ScoreScale(scale.number("maximum"), scale.number("weight"))).toList());
        }
        for (String name : file.mapping("animals").keys()) {
            animals.put(name, file.mapping("animals").number(name));
        }
        for (String unit : file.mapping("anchors").keys()) {
            anchors.put(unit, file.mapping("anchors").number(unit));
        }
        healthy = pattern(file, "healthy");
        ill = pattern(file, "ill");
        unprimed = pattern(file, "unprimed");
    }

    /// Reads a vocabulary.
    ///
    /// @throws ProblemException with what is wrong with the file
    public static Vocabulary read(Path file) {
        return new Vocabulary(YamlReader.read(file, file.toString()));
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

    private static OutcomeTerm outcome(YamlMapping rule) {
        rule.allow("match", "refuse", "class", "quantity", "kind", "maximum", "response", "inverse");
        if (rule.has("refuse")) {
            return new OutcomeTerm("", "", Kind.POSITIVE, 0, false, false, rule.text("refuse"));
        }
        Kind kind = rule.has("kind") ? Values.word(Kind.class, rule, "kind", "I211") : Kind.POSITIVE;
        return new OutcomeTerm(rule.text("class"), Values.modelId(rule.text("quantity")), kind,
                kind == Kind.SCORE ? rule.number("maximum") : 1, rule.text("response").equals("higher"),
                rule.flag("inverse", false), "");
    }

    private static InsultTerm insult(YamlMapping rule) {
        rule.allow("match", "insult", "population", "level", "days", "cycles", "period", "read_out", "treat", "refuse");
        if (rule.has("refuse")) {
            return new InsultTerm("", "", 0, 0, 0, 0, 0, 0, rule.text("refuse"));
        }
        return new InsultTerm(rule.optionalText("insult").orElse(""), rule.optionalText("population").orElse(""),
                rule.optionalNumber("level").orElse(0), rule.optionalNumber("days").orElse(0),
                (int) rule.optionalNumber("cycles").orElse(1), rule.optionalNumber("period").orElse(0),
                rule.number("read_out"), rule.number("treat"), "");
    }

    private static LossTerm loss(YamlMapping rule) {
        Map<String, Double> values = new LinkedHashMap<>();
        rule.optionalMapping("set").ifPresent(
                set -> set.keys().forEach(id -> values.put(Values.modelId(id), set.number(id))));
        return new LossTerm(Map.copyOf(values), rule.flag("lost", true));
    }

    private static final Pattern SPELT = Pattern
            .compile("interleukins?(?: ?\\(ils?\\))?[- _]?(?=\\d)|\\bil[ _](?=\\d)");

    /// Lower case, Greek letters as Latin ones, hyphens and spaces plain, interleukins by their short names.
    static String plain(String text) {
        return SPELT.matcher(letters(text)).replaceAll("il-").strip();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replace('α', 'a').replace('β', 'b').replace('γ', 'g').replace('κ', 'k')
                .replace("alpha", "a").replace("beta", "b").replace("gamma", "g").replace('–', '-').replace('‐', '-')
                .replace('‑', '-').replace('−', '-').replace('\u00a0', ' ');
    }

    public Rules<OutcomeTerm> outcomes() {
        return outcomes;
    }

    public Rules<InsultTerm> insults() {
        return insults;
    }

    public Rules<String> populations() {
        return populations;
    }

    public Rules<ProductTerm> products() {
        return products;
    }

    public Rules<PrimingTerm> preconditioning() {
        return preconditioning;
    }

    public Rules<LossTerm> losses() {
        return losses;
    }

    /// The routes of the library that a text may mean; several where it does not say.
    public Rules<List<String>> routes() {
        return routes;
    }

    public Rules<ComparatorTerm> comparators() {
        return comparators;
    }

    /// The designs of known data sets.
    public Rules<SeriesTerm> series() {
        return series;
    }

    /// The scales on which scores of a class may be written; the model's own where none is listed.
    public List<ScoreScale> scales(OutcomeTerm outcome) {
        return scales.getOrDefault(outcome.outcomeClass(), List.of(new ScoreScale(outcome.maximum(), 1)));
    }

    /// The standard deviation between animals of a class.
    public double animals(String outcomeClass) {
        return animals.getOrDefault(outcomeClass, animals.getOrDefault("other", 1.0));
    }

    /// The typical healthy level of a quantity that the model has in folds of health, by the words of its unit.
    public Optional<Double> anchor(String unit) {
        String plain = plain(unit);
        return anchors.entrySet().stream().filter(entry -> plain.contains(entry.getKey())).map(Map.Entry::getValue)
                .findFirst();
    }

    /// Whether the name of an arm says that its subjects are not ill.
    public boolean isHealthy(String arm) {
        String plain = plain(arm);
        return healthy.matcher(plain).find() && !ill.matcher(plain).find();
    }

    /// Whether a cell for what was done to a product before says that something was done that primes it.
    public boolean isPriming(String preconditioning) {
        String plain = plain(preconditioning);
        return !plain.isEmpty() && !unprimed.matcher(plain).find();
    }

    /// All ids of the model that outcomes name.
    public List<String> quantities() {
        TreeSet<String> ids = new TreeSet<>();
        outcomes.rules().stream().map(Rule::says).filter(OutcomeTerm::isSupported).map(OutcomeTerm::quantity)
                .forEach(ids::add);
        return List.copyOf(ids);
    }
}
