package propria.app.report.finding;

import java.util.Comparator;
import java.util.List;
import propria.app.report.data.Rows.Influence;
import propria.app.report.data.Run;

/// Which parameters move the answer.
public final class Influences {

    private Influences() {
    }

    /// The endpoints for which influence was computed, in the order of the run.
    public static List<String> endpoints(Run run) {
        return run.influences().stream().map(Influence::endpoint).distinct().toList();
    }

    /// The endpoint of the answer if its influence was computed, else the first; empty where there is none.
    public static String mainEndpoint(Run run) {
        List<String> known = endpoints(run);
        return run.comparisons().stream().map(row -> row.id()).filter(known::contains).findFirst()
                .orElse(known.isEmpty() ? "" : known.getFirst());
    }

    /// The parameters of an endpoint, strongest first.
    public static List<Influence> of(Run run, String endpoint) {
        return run.influences().stream().filter(i -> i.endpoint().equals(endpoint))
                .sorted(Comparator.comparingDouble((Influence i) -> -Math.abs(i.correlation()))).toList();
    }
}
