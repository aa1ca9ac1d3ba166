package propria.trial.run.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import propria.trial.design.TrialDesign;
import propria.trial.operating.DrawWeights;
import propria.trial.pool.ConditionedDraws;
import propria.trial.pool.PlaceboPool;

/// `draws.csv`, a row a draw of the parameters with its weight, and `draw-pools.csv`, a row a draw and pool.
public final class DrawTables {

    private DrawTables() {
    }

    /// Writes both into the folder of a run.
    public static void write(Path folder, TrialDesign design, ConditionedDraws draws) throws IOException {
        TableText all = new TableText("draw", "log_likelihood", "agrees", "weight");
        TableText pools = new TableText("draw", "rule", "reader", "visit_day", "simulated_percent", "percent", "low",
                "high", "same_trials", "source");
        Optional<DrawWeights> weights = draws.weights();
        for (int d = 0; d < draws.logs().length; d++) {
            int draw = d;
            all.row(d, draws.logs()[d], draws.pools().isEmpty() ? "" : draws.agrees()[d] ? "yes" : "no",
                    weights.map(w -> w.values()[draw]).orElse(Double.NaN));
            for (int i = 0; i < draws.shares().get(d).length; i++) {
                PlaceboPool pool = draws.pools().get(i);
                pools.row(d, pool.rule(), pool.reader().name().toLowerCase(java.util.Locale.ROOT),
                        design.visits().get(pool.visit(design).orElseThrow()).day(), draws.shares().get(d)[i],
                        pool.percent(), pool.low(), pool.high(), pool.trials(), pool.source());
            }
        }
        Files.writeString(folder.resolve("draws.csv"), all.toString());
        Files.writeString(folder.resolve("draw-pools.csv"), pools.toString());
    }
}
