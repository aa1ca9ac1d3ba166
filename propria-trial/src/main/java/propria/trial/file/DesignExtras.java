package propria.trial.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlNode;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.quantity.Quantity;
import propria.trial.design.CurvePlan;
import propria.trial.design.RescueRule;
import propria.trial.design.TrialDesign;
import propria.trial.design.VarianceComponents;

/// Reads `curves:`, `centres:`, `donors:` and what a rescue gives.
final class DesignExtras {

    private final YamlMapping trial;

    DesignExtras(YamlMapping trial) {
        this.trial = trial;
    }

    TrialDesign.Domain domain() {
        Optional<YamlMapping> entry = trial.optionalMapping("domain");
        entry.ifPresent(d -> d.allow("weeks", "cells", "doses", "products"));
        return new TrialDesign.Domain(entry.map(d -> d.number("weeks")).orElse(Double.POSITIVE_INFINITY),
                bound(entry, "cells"), bound(entry, "doses"),
                entry.filter(d -> d.has("products")).map(d -> d.texts("products")).orElse(List.of()));
    }

    private static double bound(Optional<YamlMapping> entry, String key) {
        return entry.map(d -> d.optionalNumber(key).orElse(Double.POSITIVE_INFINITY)).orElse(Double.POSITIVE_INFINITY);
    }

    CurvePlan curves() {
        Optional<YamlMapping> entry = trial.optionalMapping("curves");
        if (entry.isEmpty()) {
            return CurvePlan.STANDARD;
        }
        entry.get().allow("points", "doses");
        List<Double> doses = new ArrayList<>();
        for (YamlNode.Text node : entry.get().has("doses")
                ? entry.get().textNodes("doses")
                : List.<YamlNode.Text>of()) {
            doses.add(dose(node));
        }
        return new CurvePlan(entry.get().has("points") ? TrialFile.count(entry.get(), "points", 50) : 6, doses);
    }

    private static double dose(YamlNode.Text node) {
        double dose = node.value().matches("[0-9.]{1,9}") ? Double.parseDouble(node.value()) : -1;
        if (!(dose > 0) || dose == 1) {
            throw new ProblemException(
                    Problem.error("T203", node.place(), "a dose of a curve is a multiple above 0, not 1",
                            "it is " + node.value(), "write `doses: [0.5, 2]`"));
        }
        return dose;
    }

    VarianceComponents components() {
        Optional<YamlMapping> centres = trial.optionalMapping("centres");
        Optional<YamlMapping> donors = trial.optionalMapping("donors");
        centres.ifPresent(c -> c.allow("count", "symptom_sd", "skill_sd"));
        donors.ifPresent(d -> d.allow("count", "lots", "donor_sd", "lot_sd"));
        return new VarianceComponents(centres.map(c -> TrialFile.count(c, "count", 1000)).orElse(1),
                spread(centres, "symptom_sd"), spread(centres, "skill_sd"),
                donors.map(d -> TrialFile.count(d, "count", 1000)).orElse(1),
                donors.filter(d -> d.has("lots")).map(d -> TrialFile.count(d, "lots", 1000)).orElse(1),
                spread(donors, "donor_sd"), spread(donors, "lot_sd"));
    }

    private static double spread(Optional<YamlMapping> entry, String key) {
        double spread = entry.map(e -> e.optionalNumber(key).orElse(0)).orElse(0.0);
        if (!(spread >= 0) || spread > 3) {
            throw new ProblemException(Problem.error("T203", entry.orElseThrow().placeOf(key),
                    "`" + key + "` is a standard deviation from 0 to 3", "it is " + spread, "write such as 0.3"));
        }
        return spread;
    }

    static RescueRule.Treatment treatment(YamlMapping entry) {
        entry.allow("product", "amount", "route", "at");
        List<Double> at = entry.textNodes("at").stream().map(n -> Quantity.read(n.value(), n.place()).days()).toList();
        return new RescueRule.Treatment(entry.text("product"), entry.text("amount"), entry.text("route"), at);
    }
}
