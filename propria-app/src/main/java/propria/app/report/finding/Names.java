package propria.app.report.finding;

import propria.app.report.data.Manifest;
import propria.app.report.data.Rows.Endpoint;
import propria.app.report.data.Run;
import propria.app.text.Figures;

/// Plain names of what a run holds under ids.
public final class Names {

    private Names() {
    }

    /// `Disease activity index on day 7`; the id itself where the run says no more.
    public static String endpoint(Run run, String id) {
        return run.observableOf(id).map(Manifest.Observable::name)
                .map(name -> run.dayOf(id).map(day -> name + " on day " + Figures.of(day))
                        .orElse(name + " (" + id + ")"))
                .orElse(id);
    }

    /// ` points`: the unit with a space before it, nothing for pure numbers.
    public static String unit(String unit) {
        return switch (unit) {
            case "", "-", "1", "dimensionless" -> "";
            case "score" -> "\u00a0points";
            default -> "\u00a0" + unit;
        };
    }

    /// ` (points)`: the unit in brackets, nothing for pure numbers.
    public static String bracketed(String unit) {
        return unit(unit).isEmpty() ? "" : " (" + unit(unit).substring(1) + ")";
    }

    /// The unit of an endpoint, empty where it has none.
    public static String unitOf(Run run, String endpoint) {
        return run.observableOf(endpoint).map(Manifest.Observable::unit).orElse("");
    }

    /// The name of an arm within a sentence.
    public static String arm(Run run, String id) {
        return Answer.decapital(run.manifest().armName(id));
    }

    /// `Umbilical-cord MSC against vehicle`.
    public static String pair(Run run, Endpoint row) {
        return run.manifest().armName(row.arm()) + " against " + arm(run, row.comparator());
    }
}
