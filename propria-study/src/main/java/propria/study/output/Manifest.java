package propria.study.output;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import propria.engine.Counters;
import propria.evidence.Source;
import propria.formats.hash.Hash;
import propria.study.Arm;
import propria.study.Observable;
import propria.study.Phase;
import propria.study.Regimen;
import propria.study.Study;
import propria.study.quantity.Quantity;
import propria.study.uncertainty.UncertaintyPlan.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `manifest.json`: what was asked, with what it was computed, what was counted on the way.
final class Manifest {

    private Manifest() {
    }

    static String of(RunRecord run, InputNames names, String summaryHash, Instant created) throws IOException {
        Study study = run.study();
        RunRecord.Work work = run.work();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("propria", version());
        root.put("created", created.truncatedTo(ChronoUnit.SECONDS).toString());
        root.put("study", map("id", study.id(), "title", study.title(), "question", study.question(), "mirrors",
                study.mirrors().orElse("")));
        root.put("model", model(run, names));
        root.put("inputs", names.hashes(study, EvidenceTables.all(run)).entrySet().stream()
                .map(e -> map("file", e.getKey(), "sha256", e.getValue())).toList());
        root.put("seed", work.seed());
        root.put("draws", map("requested", work.draws(), "used", run.outcomes().draws(), "redrawn", work.redrawn()));
        root.put("parameters", parameters(study));
        root.put("calibrated", study.uncertainty().posterior().isPresent());
        long simulated = (long) run.outcomes().draws() * run.outcomes().subjects();
        root.put("subjects", map("per_arm", study.perArm(), "simulated", simulated, "failed", work.failed()));
        root.put("method", map("requested", work.requested().name(), "used", work.used().name()));
        root.put("tolerances",
                map("relative", work.tolerances().relative(), "absolute", work.tolerances().absolute()));
        root.put("threads", work.threads());
        root.put("counters", counters(work.counters()));
        root.put("seconds", work.seconds());
        var counts = run.evidence().counts();
        root.put("evidence", map("sourced", counts.sourced(), "assumed", counts.assumed(), "flagged",
                counts.flagged(), "as_of", EvidenceTables.asOf(run)));
        root.put("integrity", EvidenceTables.all(run).stream().map(Manifest::standing).toList());
        root.put("warnings", run.warnings().stream().map(w -> map("code", w.code(), "text",
                w.what() + (w.why().isEmpty() ? "" : ": " + w.why()))).toList());
        root.put("arms", study.arms().stream().map(Manifest::arm).toList());
        root.put("phases", study.phases().stream().map(Manifest::phase).toList());
        root.put("observables", study.observables().stream().map(Manifest::observable).toList());
        root.put("endpoints", study.endpoints().stream()
                .map(e -> map("id", e.id(), "observable", e.observable().id(), "at_d", e.at())).toList());
        root.put("notes", study.notes().orElse(""));
        root.put("summary_sha256", summaryHash);
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(root) + "\n";
    }

    /// Where the parameters of a draw come from.
    private static Map<String, Object> parameters(Study study) {
        return switch (study.uncertainty().parameters()) {
            case Parameters.Fixed _ -> map("from", "values");
            case Parameters.FromPriors _ -> map("from", "priors");
            case Parameters.FromPosterior(var posterior) -> map("from", "posterior", "calibrated",
                    posterior.ofModel().size(), "studies", posterior.studies().size(), "fitted_to_this_study",
                    study.mirrors().filter(posterior::wasFittedTo).isPresent());
        };
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> model(RunRecord run, InputNames names) throws IOException {
        String all = names.model(run.study()).entrySet().stream().map(e -> e.getValue() + "  " + e.getKey() + "\n")
                .reduce("", String::concat);
        return map("file", names.shown(run.study().files().model().toString()), "sha256",
                Hash.of(all), "states", run.work().states(), "parameters",
                run.work().parameters());
    }

    private static Map<String, Object> counters(Counters c) {
        return map("simulations", c.simulations(), "steps", c.steps(), "rejected_steps", c.rejectedSteps(),
                "derivatives", c.derivatives(), "jacobians", c.jacobians(), "factorisations", c.factorisations(),
                "events", c.events(), "failures", c.failures());
    }

    /// What the ledger said of a source when the run was made.
    private static Map<String, Object> standing(Source source) {
        Map<String, Object> entry = map("source", source.key(), "status", source.status().word());
        source.verdict().ifPresent(v -> {
            v.date().ifPresent(d -> entry.put("date", d.toString()));
            v.notice().ifPresent(n -> entry.put("notice", n));
            v.authority().ifPresent(a -> entry.put("authority", a));
            v.checked().ifPresent(c -> entry.put("checked", c.toString()));
        });
        return entry;
    }

    private static Map<String, Object> arm(Arm arm) {
        List<Map<String, Object>> doses = new ArrayList<>();
        for (Regimen regimen : arm.regimens()) {
            for (double at : regimen.at()) {
                doses.add(map("product", regimen.product().id(), "product_name", regimen.product().name(), "amount",
                        regimen.amount().value(), "unit", regimen.amount().unit(), "route", regimen.route().id(),
                        "time_d", at));
            }
        }
        doses.sort(Comparator.comparingDouble(dose -> (double) dose.getOrDefault("time_d", 0.0)));
        return map("id", arm.id(), "name", arm.name(), "role", arm.role().word(), "population",
                arm.population().id(), "insult_free", arm.insultFree(), "doses", doses);
    }

    private static Map<String, Object> phase(Phase phase) {
        return map("name", phase.name(), "from_d", phase.from(), "to_d", phase.to(), "insult",
                phase.exposures().stream().map(e -> map("id", e.insult().id(), "name", e.insult().name(), "value",
                        e.value(), "unit", e.insult().unit(), "text",
                        Quantity.plain(e.value()) + " " + e.insult().unit())).toList());
    }

    private static Map<String, Object> observable(Observable o) {
        Map<String, Object> entry = map("id", o.id(), "name", o.name(), "unit", o.unit(), "better",
                o.better().name().toLowerCase(Locale.ROOT));
        o.range().ifPresent(range -> entry.put("range", List.of(range.low(), range.high())));
        return entry;
    }

    /// The version of this program, as the build wrote it.
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = Manifest.class.getResourceAsStream("/propria/study/version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return properties.getProperty("version", "unknown");
    }
}
