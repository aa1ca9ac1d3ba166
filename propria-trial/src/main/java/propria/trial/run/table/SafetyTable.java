package propria.trial.run.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import propria.study.Arm;
import propria.study.Regimen;
import propria.study.Study;
import propria.trial.design.TrialDesign;
import propria.trial.safety.SafetyEvidence;
import propria.trial.safety.SafetyForecast;

/// How many patients of each arm are expected to have adverse events, from published trials of the same class of product by the
/// same kind of route.
public final class SafetyTable {

    private SafetyTable() {
    }

    /// One row an active arm and kind of event; a header only for a library without such evidence, or arms without cells and
    /// vesicles.
    public static String of(Path library, Study study, TrialDesign design) {
        TableText table = new TableText("arm", "product", "route", "arm_patients", "event", "trials", "patients",
                "events",
                "expected_q05", "expected_q50", "expected_q95", "ratio_type", "ratio", "ratio_low", "ratio_high",
                "ratio_source", "refusal");
        if (!Files.exists(library.resolve("trials/safety.csv"))) {
            return table.toString();
        }
        SafetyEvidence evidence = SafetyEvidence.read(library);
        for (int place = 1; place < design.allocation().size(); place++) {
            Arm arm = study.arms().get(study.armIndex(design.allocation().get(place).arm()));
            int patients = (int) StrictMath.rint(design.patients() * design.shareOf(place));
            Set<String> done = new LinkedHashSet<>();
            for (Regimen regimen : arm.regimens()) {
                String product = switch (regimen.product().doseUnit()) {
                    case "cells" -> "cells";
                    case "particles" -> "vesicles";
                    default -> "";
                };
                String route = regimen.route().id().equals("intravenous") ? "intravenous" : "local";
                if (!product.isEmpty() && done.add(product + route)) {
                    evidence.forecast(product, route, patients, false)
                            .forEach(f -> row(table, arm.id(), product, route, patients, f));
                }
            }
        }
        return table.toString();
    }

    private static void row(TableText table, String arm, String product, String route, int patients,
            SafetyForecast f) {
        double none = Double.NaN;
        table.row(arm, product, route, patients, f.kind(), f.studies(), f.patients(), f.events(),
                f.expected().map(SafetyForecast.Interval::low).orElse(none),
                f.expected().map(SafetyForecast.Interval::median).orElse(none),
                f.expected().map(SafetyForecast.Interval::high).orElse(none),
                f.ratio().map(SafetyForecast.Ratio::type).orElse(""),
                f.ratio().map(SafetyForecast.Ratio::value).orElse(none),
                f.ratio().map(SafetyForecast.Ratio::low).orElse(none),
                f.ratio().map(SafetyForecast.Ratio::high).orElse(none),
                f.ratio().map(SafetyForecast.Ratio::source).orElse(""), f.refusal());
    }
}
