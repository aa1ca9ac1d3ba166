package propria.trial.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import propria.trial.analysis.Distributions;
import propria.trial.design.TrialDesign;
import propria.trial.design.TrialEndpoint;
import propria.trial.operating.DrawEvidence;
import propria.trial.operating.DrawWeights;
import propria.trial.run.table.TableText;

/// Whether the answer survives other beliefs: two priors on the effect of cells by two rules on which published trials count
/// (those in doubt out or in), as `calibrate --clinical` left them in `library/calibration/clinical/panel.csv`. The share of
/// responders of the comparator is the published one. `assurance` knows trials and no mechanism; `mechanism_assurance` is that of
/// the simulated trials, their draws of parameters weighed by how well their true effect agrees with the belief, beside how well their
/// comparator agrees with untreated patients of published trials.
final class RobustnessPanel {

    private static final int NODES = 401;

    /// Between the 5 and 95 % quantiles of a standard normal.
    private static final double SPAN = 2 * 1.6448536269514722;

    private RobustnessPanel() {
    }

    /// The table, with a header only when there is no pool for the primary endpoint.
    ///
    /// @param conditioned how much each draw counts before the belief
    static String table(Path library, TrialDesign design, DrawEvidence draws, DrawWeights conditioned)
            throws IOException {
        TableText table = new TableText("prior", "inclusion", "effect", "control_percent", "log_odds_ratio_q05",
                "log_odds_ratio_q50", "log_odds_ratio_q95", "patients", "assurance", "mechanism_assurance",
                "mechanism_mc_error", "mechanism_effective_draws");
        Path panel = library.resolve("calibration/clinical/panel.csv");
        Path pools = library.resolve("trials/placebo.csv");
        if (Files.exists(panel) && Files.exists(pools)
                && design.endpoint(design.estimands().getFirst()) instanceof TrialEndpoint.Binary primary) {
            for (Map<String, String> pool : rows(pools)) {
                if (pool.getOrDefault("population", "").equals(design.population())
                        && pool.getOrDefault("rule", "").equals(primary.rule().word())
                        && number(pool, "day") == primary.days().getLast()) {
                    add(table, rows(panel), pool, design, draws, conditioned);
                }
            }
        }
        return table.toString();
    }

    private static void add(TableText table, List<Map<String, String>> panel, Map<String, String> pool,
            TrialDesign design, DrawEvidence draws, DrawWeights conditioned) {
        double control = number(pool, "percent") / 100;
        String effect = pool.getOrDefault("effect", "");
        for (Map<String, String> cell : panel) {
            if (cell.getOrDefault("effect", "").equals(effect)) {
                double middle = number(cell, "log_odds_ratio_q50");
                double low = number(cell, "new_trial_q05");
                double high = number(cell, "new_trial_q95");
                DrawEvidence.Weighed mechanism = draws.under(conditioned, middle,
                        (high - low) / SPAN);
                table.row(cell.getOrDefault("prior", ""), cell.getOrDefault("inclusion", ""), effect, control * 100,
                        low,
                        middle, high, design.patients(), assurance(design, control, middle, (high - low) / SPAN),
                        mechanism.assurance(), mechanism.error(), mechanism.effective());
            }
        }
    }

    /// The power of the two-sided test of two proportions, averaged over a normal log odds ratio of a new trial.
    static double assurance(TrialDesign design, double control, double middle, double spread) {
        double arm = (double) design.patients() / design.allocation().size();
        double bound = Distributions.quantile(1 - design.alpha() / 2);
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            double log = middle + spread * Distributions.quantile((i + 0.5) / NODES);
            double odds = control / (1 - control) * StrictMath.exp(log);
            double treated = odds / (1 + odds);
            double error = StrictMath.sqrt((treated * (1 - treated) + control * (1 - control)) / arm);
            sum += Distributions.below((treated - control) / error - bound) / NODES;
        }
        return sum;
    }

    /// Columns up to the first that is quoted.
    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < StrictMath.min(header.size(), cells.length); i++) {
                row.put(header.get(i), cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static double number(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "");
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
