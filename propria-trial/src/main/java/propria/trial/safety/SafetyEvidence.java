package propria.trial.safety;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.inference.table.TableFile;
import propria.inference.table.TableFile.Row;
import propria.trial.clinical.table.ClinicalRow;
import propria.trial.clinical.table.ClinicalTable;
import propria.trial.clinical.table.TrialRecord;
import propria.trial.clinical.vocabulary.ClinicalVocabulary;
import propria.trial.safety.SafetyForecast.Ratio;
import propria.trial.safety.SafetyPool.Count;

/// The adverse events of `library/trials/safety.csv`: every row is counted, is a ratio of a review, or is left out with a reason.
///
/// @param entries every row, in order
/// @param asked the kinds that a forecast says something of
/// @param mean of the logit of the intraclass correlation before any trial
/// @param sd of the same
public record SafetyEvidence(List<Entry> entries, List<String> asked, double mean, double sd) {

    private static final List<String> COLUMNS = List.of("trial_id", "arm", "n", "event", "week", "patients", "percent",
            "effect_type", "effect", "ci_low", "ci_high");
    private static final Pattern SYSTEMIC = Pattern.compile("intravascular|intravenous|systemic");

    /// A row as it is understood.
    ///
    /// @param product the class of what was given; empty for a review
    /// @param route `local`, `intravenous`, `arterial`; empty where it is not said
    /// @param control whether the arm got nothing that acts
    /// @param doubted whether the numbers of its trial are doubted
    /// @param left why it is not counted; empty when it is counted, or is a ratio
    public record Entry(String trial, String kind, String product, String route, boolean control, boolean doubted,
            int events, int patients, Optional<Ratio> ratio, String left) {
    }

    public SafetyEvidence {
        entries = List.copyOf(entries);
        asked = List.copyOf(asked);
    }

    /// Reads `trials/safety.csv` and `safety.yaml` of a library, with the trials of `calibration/clinical/evidence`.
    public static SafetyEvidence read(Path library) {
        YamlMapping rules = YamlReader.read(library.resolve("trials/safety.yaml"), "library/trials/safety.yaml");
        rules.allow("kinds", "asked", "overdispersion");
        Path clinical = library.resolve("calibration/clinical");
        Map<String, TrialRecord> trials = ClinicalTable.read(clinical.resolve("evidence")).trials();
        ClinicalVocabulary words = ClinicalVocabulary.read(clinical.resolve("vocabulary.yaml"));
        List<Entry> entries = new ArrayList<>();
        for (Row row : TableFile.read(library.resolve("trials/safety.csv"), COLUMNS).rows()) {
            entries.add(entry(row, Optional.ofNullable(trials.get(row.text("trial_id"))), words, rules));
        }
        YamlMapping belief = rules.mapping("overdispersion");
        return new SafetyEvidence(entries, rules.texts("asked"), belief.number("mean"), belief.number("sd"));
    }

    private static Entry entry(Row row, Optional<TrialRecord> trial, ClinicalVocabulary words, YamlMapping rules) {
        String event = row.text("event").toLowerCase(Locale.ROOT);
        YamlMapping rule = null;
        for (YamlMapping one : rules.mappings("kinds")) {
            if (Pattern.compile(one.text("match")).matcher(event).find()) {
                rule = one;
                break;
            }
        }
        String kind = rule == null ? "" : rule.optionalText("kind").orElse("");
        String reason = rule == null ? "no rule knows the event" : rule.optionalText("refuse").orElse("");
        String arm = row.text("arm");
        String product = words.products().of(trial.map(TrialRecord::product).orElse("") + " " + arm)
                .map(ClinicalVocabulary.AgentTerm::agent).orElse("");
        String route = SYSTEMIC.matcher(arm.toLowerCase(Locale.ROOT)).find()
                ? "intravenous"
                : words.routes().of(trial.map(TrialRecord::route).orElse("")).orElse("");
        boolean control = words.arms().of(arm).orElse("").equals("control");
        Optional<Ratio> ratio = ratio(row);
        int patients = whole(row.text("n"));
        int events = whole(row.text("patients"));
        if (reason.isEmpty() && ratio.isEmpty()) {
            reason = row.text("effect_type").equals("qualitative")
                    ? "it is a statement without a number"
                    : patients <= 0 || events < 0 || events > patients ? "it does not say how many of how many" : "";
        }
        return new Entry(row.text("trial_id"), kind, product, route, control,
                trial.filter(TrialRecord::isFlagged).isPresent(), events, patients, ratio, reason);
    }

    private static Optional<Ratio> ratio(Row row) {
        String type = row.text("effect_type");
        var value = ClinicalRow.number(row.text("effect"));
        var low = ClinicalRow.number(row.text("ci_low"));
        var high = ClinicalRow.number(row.text("ci_high"));
        return value.isPresent() && low.isPresent() && high.isPresent()
                ? Optional.of(new Ratio(type, value.getAsDouble(), low.getAsDouble(), high.getAsDouble(),
                        row.text("trial_id")))
                : Optional.empty();
    }

    private static int whole(String cell) {
        var number = ClinicalRow.number(cell);
        return number.isPresent() ? (int) StrictMath.round(number.getAsDouble()) : -1;
    }

    /// How many rows are left out, by reason.
    public Map<String, Integer> leftOut() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        entries.stream().filter(e -> !e.left().isEmpty()).forEach(e -> counts.merge(e.left(), 1, Integer::sum));
        return counts;
    }

    /// What is known for a product given by a route to some patients, a line a kind that is asked for.
    ///
    /// @param product the class of what is given: `cells` or `vesicles`
    /// @param route `local`, `intravenous` or `arterial`
    /// @param patients of a new arm
    /// @param doubted whether trials whose numbers are doubted count
    public List<SafetyForecast> forecast(String product, String route, int patients, boolean doubted) {
        return asked.stream().map(kind -> forecast(kind, product, route, patients, doubted)).toList();
    }

    private SafetyForecast forecast(String kind, String product, String route, int patients, boolean doubted) {
        List<Entry> own = entries.stream().filter(e -> e.left().isEmpty() && e.kind().equals(kind)).toList();
        Optional<Ratio> ratio = own.stream().flatMap(e -> e.ratio().stream()
                .filter(_ -> product.equals("cells") && (e.route().isEmpty() || e.route().equals(route)))).findFirst();
        Map<String, Count> counts = new LinkedHashMap<>();
        for (Entry e : own) {
            if (e.ratio().isEmpty() && !e.control() && e.product().equals(product) && e.route().equals(route)
                    && (doubted || !e.doubted())) {
                Count now = new Count(e.events(), e.patients());
                counts.merge(e.trial(), now, (a, b) -> a.events() >= b.events() ? a : b);
            }
        }
        int all = counts.values().stream().mapToInt(Count::patients).sum();
        int events = counts.values().stream().mapToInt(Count::events).sum();
        if (counts.isEmpty()) {
            return new SafetyForecast(kind, 0, 0, 0, Optional.empty(), Optional.empty(), ratio,
                    "no trial of " + product + " by this route (" + route + ") counted it");
        }
        SafetyPool pool = new SafetyPool(List.copyOf(counts.values()), mean, sd);
        return new SafetyForecast(kind, counts.size(), all, events, Optional.of(pool.rate()),
                Optional.of(pool.expected(patients)), ratio, "");
    }

    /// Forecasts as comma-separated text.
    public static String table(List<SafetyForecast> forecasts) {
        StringBuilder text = new StringBuilder("event,trials,patients,events,rate_q05,rate_q50,rate_q95,"
                + "expected_q05,expected_q50,expected_q95,ratio_type,ratio,ratio_low,ratio_high,ratio_source,refusal\n");
        for (SafetyForecast f : forecasts) {
            text.append(String.format(Locale.ROOT, "%s,%d,%d,%d,%s,%s,%s,%s%n", f.kind(), f.studies(), f.patients(),
                    f.events(), f.rate().map(i -> cells(i, "%.4f,%.4f,%.4f")).orElse(",,"),
                    f.expected().map(i -> cells(i, "%.0f,%.0f,%.0f")).orElse(",,"),
                    f.ratio().map(r -> String.format(Locale.ROOT, "%s,%s,%s,%s,%s", r.type(), r.value(), r.low(),
                            r.high(), r.source())).orElse(",,,,"),
                    f.refusal()));
        }
        return text.toString();
    }

    private static String cells(SafetyForecast.Interval i, String format) {
        return String.format(Locale.ROOT, format, i.low(), i.median(), i.high());
    }
}
