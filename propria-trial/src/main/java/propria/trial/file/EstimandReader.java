package propria.trial.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlNode;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.quantity.Quantity;
import propria.study.reading.Findings;
import propria.study.reading.Values;
import propria.trial.analysis.sequential.AlphaSpending;
import propria.trial.design.AnalysisMethod;
import propria.trial.design.Estimand;
import propria.trial.design.IntercurrentStrategy;
import propria.trial.design.LookPlan;
import propria.trial.design.MissingData;
import propria.trial.design.MultiplicityPlan;
import propria.trial.design.PlannedVisit;
import propria.trial.design.TrialEndpoint;
import propria.trial.score.ClinicalRule;
import propria.trial.score.Endoscopy;

/// Reads `endpoints:`, `estimands:`, `looks:` and `multiplicity:`.
final class EstimandReader {

    private final YamlMapping trial;
    private final Findings findings;
    private final List<PlannedVisit> visits;
    private final List<TrialEndpoint> endpoints = new ArrayList<>();
    private final List<Estimand> estimands = new ArrayList<>();
    private Optional<LookPlan> looks = Optional.empty();

    EstimandReader(YamlMapping trial, Findings findings, List<PlannedVisit> visits) {
        this.trial = trial;
        this.findings = findings;
        this.visits = visits;
    }

    void read() {
        for (YamlMapping entry : findings.attempt(() -> trial.mappings("endpoints")).orElse(List.of())) {
            findings.attempt(() -> endpoint(entry)).ifPresent(endpoints::add);
        }
        for (YamlMapping entry : findings.attempt(() -> trial.mappings("estimands")).orElse(List.of())) {
            findings.attempt(() -> estimand(entry)).ifPresent(estimands::add);
        }
        if (estimands.isEmpty()) {
            findings.add(Problem.error("T205", trial.placeOf("estimands"), "a trial has an estimand",
                    "nothing would be estimated", "add one that names an endpoint, strategies and an analysis"));
        }
        looks = findings.attempt(this::plan).flatMap(p -> p);
    }

    List<TrialEndpoint> endpoints() {
        return endpoints;
    }

    List<Estimand> estimands() {
        return estimands;
    }

    Optional<LookPlan> looks() {
        return looks;
    }

    private TrialEndpoint endpoint(YamlMapping entry) {
        entry.allow("id", "rule", "change", "time_to", "time_to_loss_of", "at", "reader");
        String id = entry.text("id");
        Endoscopy.Reader reader = entry.has("reader")
                ? Values.word(Endoscopy.Reader.class, entry, "reader", "T202")
                : Endoscopy.Reader.CENTRAL;
        if (entry.has("change")) {
            return new TrialEndpoint.Change(id, TrialFile.score(entry, "change"), days(entry).getLast());
        }
        if (entry.has("time_to")) {
            return new TrialEndpoint.Time(id, rule(entry, "time_to"), false, reader);
        }
        if (entry.has("time_to_loss_of")) {
            return new TrialEndpoint.Time(id, rule(entry, "time_to_loss_of"), true, reader);
        }
        return new TrialEndpoint.Binary(id, rule(entry, "rule"), days(entry), reader);
    }

    private static ClinicalRule rule(YamlMapping entry, String key) {
        return TrialFile.named(entry, key, "rule", ClinicalRule::named,
                Arrays.stream(ClinicalRule.values()).map(ClinicalRule::word).toList());
    }

    private List<Double> days(YamlMapping entry) {
        List<YamlNode.Text> nodes = entry.node("at").orElse(null) instanceof YamlNode.Text single
                ? List.of(single)
                : entry.textNodes("at");
        List<Double> days = new ArrayList<>();
        for (YamlNode.Text node : nodes) {
            double day = Quantity.read(node.value(), node.place()).days();
            if (visits.stream().noneMatch(v -> v.day() == day)) {
                throw new ProblemException(Problem.error("T204", node.place(), "there is no visit on day "
                        + Quantity.plain(day),
                        "visits: " + String.join(", ",
                                visits.stream().map(v -> Quantity.plain(v.day()) + " d").toList()),
                        "use the day of a visit, or add one"));
            }
            days.add(day);
        }
        if (days.isEmpty()) {
            throw new ProblemException(Problem.error("T204", entry.place(), "the endpoint says no time", "",
                    "add `at: 84 d`"));
        }
        return days;
    }

    private Estimand estimand(YamlMapping entry) {
        entry.allow("id", "endpoint", "intercurrent", "analysis", "missing");
        String name = entry.text("endpoint");
        TrialEndpoint endpoint = endpoints.stream().filter(e -> e.id().equals(name)).findFirst()
                .orElseThrow(() -> Findings.unknown("T202", entry.placeOf("endpoint"), "endpoint", name,
                        endpoints.stream().map(TrialEndpoint::id).toList()));
        AnalysisMethod analysis = Values.word(AnalysisMethod.class, entry, "analysis", "T202");
        if (!analysis.fits(endpoint)) {
            throw new ProblemException(Problem.error("T206", entry.placeOf("analysis"),
                    "`" + entry.text("analysis") + "` does not fit the endpoint `" + name + "`",
                    "rules take wald, newcombe, miettinen_nurminen (each `risk_difference_…`), cmh or logistic; changes"
                            + " take ancova or mmrm; times take log_rank, cox or weibull",
                    "use one that fits"));
        }
        YamlMapping events = entry.mapping("intercurrent");
        events.allow("rescue", "dropout");
        Optional<MissingData> missing = entry.optionalMapping("missing")
                .map(m -> MissingReader.read(m, analysis, endpoint));
        return new Estimand(entry.text("id"), name, strategy(events, "rescue", endpoint, analysis, missing),
                strategy(events, "dropout", endpoint, analysis, missing), analysis, missing);
    }

    private static IntercurrentStrategy strategy(YamlMapping events, String key, TrialEndpoint endpoint,
            AnalysisMethod analysis, Optional<MissingData> missing) {
        IntercurrentStrategy strategy = Values.word(IntercurrentStrategy.class, events, key, "T202");
        MissingReader.refuse(events.placeOf(key), strategy, endpoint, analysis, missing.isPresent());
        return strategy;
    }

    private Optional<LookPlan> plan() {
        return trial.optionalMapping("looks").map(entry -> {
            entry.allow("information", "spending", "futility");
            List<Double> information = numbers(entry, "information");
            List<Double> futility = entry.has("futility") ? numbers(entry, "futility") : List.of();
            boolean rising = !information.isEmpty() && information.getLast() == 1 && information.getFirst() > 0;
            for (int i = 1; i < information.size(); i++) {
                rising &= information.get(i) > information.get(i - 1);
            }
            if (!rising || !futility.isEmpty() && futility.size() != information.size() - 1) {
                throw new ProblemException(Problem.error("T208", entry.place(),
                        "looks come at rising shares of the information, the last at 1",
                        "a boundary of futility belongs to each but the last", "write `information: [0.5, 1]`"));
            }
            return new LookPlan(information, Values.word(AlphaSpending.class, entry, "spending", "T202"), futility);
        });
    }

    private static List<Double> numbers(YamlMapping entry, String key) {
        List<Double> numbers = new ArrayList<>();
        for (YamlNode.Text node : entry.textNodes(key)) {
            try {
                numbers.add(Double.parseDouble(node.value()));
            } catch (NumberFormatException e) {
                throw new ProblemException(
                        Problem.error("T203", node.place(), "`" + node.value() + "` is no number", "",
                                "write a number"));
            }
        }
        return numbers;
    }

    /// @param activeArms besides the comparator
    MultiplicityPlan multiplicity(int activeArms) {
        Optional<YamlMapping> entry = findings.attempt(() -> trial.optionalMapping("multiplicity")).flatMap(e -> e);
        if (entry.isEmpty()) {
            MultiplicityPlan.Procedure usual = estimands.size() * activeArms > 1
                    ? MultiplicityPlan.Procedure.FIXED_SEQUENCE
                    : MultiplicityPlan.Procedure.NONE;
            return new MultiplicityPlan(usual, List.of(), List.of());
        }
        YamlMapping plan = entry.get();
        plan.allow("procedure", "weights", "transitions");
        var procedure = Values.word(MultiplicityPlan.Procedure.class, plan, "procedure", "T202");
        List<Double> weights = plan.has("weights") ? numbers(plan, "weights") : List.of();
        List<Double> flat = plan.has("transitions") ? numbers(plan, "transitions") : List.of();
        int m = estimands.size() * activeArms;
        if (procedure == MultiplicityPlan.Procedure.GRAPH && (weights.size() != m || flat.size() != m * m)) {
            throw new ProblemException(Problem.error("T208", plan.place(), "the graph does not have " + m
                    + " hypotheses", weights.size() + " weights, " + flat.size() + " transitions",
                    "give a weight for each estimand and arm, and the transitions row by row"));
        }
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < flat.size() / StrictMath.max(1, m); i++) {
            rows.add(flat.subList(i * m, (i + 1) * m));
        }
        return new MultiplicityPlan(procedure, weights, rows);
    }
}
