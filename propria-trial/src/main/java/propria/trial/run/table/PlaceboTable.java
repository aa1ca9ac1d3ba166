package propria.trial.run.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import propria.inference.table.TableFile;
import propria.inference.table.TableFile.Row;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.TrialDesign;
import propria.trial.operating.TrialSet;
import propria.trial.run.record.RecordedTrials;
import propria.trial.score.ClinicalRule;
import propria.trial.score.Endoscopy;

/// The comparator of all trials of a run beside every published pool of placebo arms of its population (`trials/placebo.csv` of a
/// library): the mean share over trials and from where to where nine trials in ten fall. Who has left counts as not met.
public final class PlaceboTable {

    private static final List<String> COLUMNS = List.of("population", "rule", "reader", "day", "percent", "low", "high",
            "like_this", "source", "url");

    /// A pool is compared with the visit nearest to its day, up to four weeks away: pools of induction cover six to twelve weeks.
    private static final double FARTHEST = 28;

    private PlaceboTable() {
    }

    /// A row a pool; a header only when the library has none for the population.
    ///
    /// @param banks the recorded trials, on courses with every parameter at its value and over beliefs
    public static String of(Path library, TrialDesign design, List<RecordedTrials> banks) {
        TableText table = new TableText("rule", "reader", "day", "visit_day", "percent", "low", "high", "courses",
                "trials", "met", "seen", "simulated_mean", "simulated_q05", "simulated_q95", "verdict", "like_this",
                "source", "url");
        Path file = library.resolve("trials/placebo.csv");
        if (!Files.exists(file)) {
            return table.toString();
        }
        List<Row> pools = TableFile.read(file, COLUMNS).rows().stream()
                .filter(r -> r.text("population").equals(design.population())).toList();
        for (RecordedTrials bank : banks) {
            add(table, design, bank, pools);
        }
        return table.toString();
    }

    private static void add(TableText table, TrialDesign design, RecordedTrials bank, List<Row> pools) {
        int[] visits = pools.stream().mapToInt(p -> visit(design, number(p, "day")).orElse(-1)).toArray();
        List<int[]> counts = bank.map(TrialSet.DESIGN, Integer.MAX_VALUE, Set.of(), trial -> met(trial, pools, visits));
        for (int i = 0; i < visits.length; i++) {
            int place = i;
            Row p = pools.get(i);
            List<int[]> seen = visits[i] < 0 ? List.of() : counts.stream().filter(c -> c[visits.length] > 0).toList();
            double[] all = seen.stream().mapToDouble(c -> 100.0 * c[place] / c[visits.length]).sorted().toArray();
            double mean = Arrays.stream(all).average().orElse(Double.NaN);
            table.row(p.text("rule"), p.text("reader"), number(p, "day"),
                    visits[i] < 0 ? Double.NaN : design.visits().get(visits[i]).day(), number(p, "percent"),
                    number(p, "low"), number(p, "high"), bank.bank(), all.length,
                    seen.stream().mapToLong(c -> c[place]).sum(), seen.stream().mapToLong(c -> c[visits.length]).sum(),
                    mean, quantile(all, 0.05),
                    quantile(all, 0.95), verdict(mean, p), p.text("like_this"), p.text("source"), p.text("url"));
        }
    }

    private static String verdict(double mean, Row pool) {
        if (Double.isNaN(mean)) {
            return "no visit then";
        }
        return mean < number(pool, "low") ? "below" : mean > number(pool, "high") ? "above" : "inside";
    }

    private static OptionalInt visit(TrialDesign design, double day) {
        int best = -1;
        for (int v = 0; v < design.visits().size(); v++) {
            double away = StrictMath.abs(design.visits().get(v).day() - day);
            if (away <= FARTHEST && (best < 0 || away < StrictMath.abs(design.visits().get(best).day() - day))) {
                best = v;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /// How many of a trial's comparator met each pool's rule, then how many there are.
    private static int[] met(SimulatedTrial trial, List<Row> pools, int[] visits) {
        List<SubjectRecord> own = trial.subjects().stream().filter(s -> s.arm() == 0).toList();
        int[] met = new int[visits.length + 1];
        for (int i = 0; i < visits.length; i++) {
            int visit = visits[i];
            Optional<ClinicalRule> rule = ClinicalRule.named(pools.get(i).text("rule"));
            Endoscopy.Reader reader = Endoscopy.Reader.valueOf(pools.get(i).text("reader").toUpperCase(Locale.ROOT));
            if (visit >= 0 && rule.isPresent()) {
                met[i] = (int) own.stream().filter(s -> s.left() > visit && s.met(rule.get(), reader, visit)).count();
            }
        }
        met[visits.length] = own.size();
        return met;
    }

    private static double number(Row row, String column) {
        return Double.parseDouble(row.text(column));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) StrictMath.min(sorted.length - 1L, (long) (share * sorted.length))];
    }
}
