package propria.trial.run.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.TrialDesign;
import propria.trial.operating.DrawWeights;
import propria.trial.operating.TrialSet;
import propria.trial.pool.PlaceboPool;
import propria.trial.run.record.RecordedTrials;

/// The comparator of all trials of a run beside every published pool of placebo arms of its population (`trials/placebo.csv` of a
/// library): the mean share over trials and from where to where nine trials in ten fall. Who has left counts as not met.
public final class PlaceboTable {

    private PlaceboTable() {
    }

    /// A row a pool; a header only when the library has none for the population.
    ///
    /// @param banks the recorded trials, on courses with every parameter at its value and over beliefs, the latter last
    /// @param conditioned how much each draw of the last counts beside untreated patients; then trials are told weighed, too
    public static String of(Path library, TrialDesign design, List<RecordedTrials> banks,
            Optional<DrawWeights> conditioned) {
        TableText table = new TableText("rule", "reader", "day", "visit_day", "percent", "low", "high", "courses",
                "trials", "met", "seen", "simulated_mean", "simulated_q05", "simulated_q95", "verdict", "like_this",
                "source", "url");
        List<PlaceboPool> pools = PlaceboPool.of(library, design);
        if (pools.isEmpty()) {
            return table.toString();
        }
        for (RecordedTrials bank : banks) {
            List<Counts> counts = counts(design, bank, pools);
            add(table, design, bank.bank(), pools, counts);
            if (bank.equals(banks.getLast())) {
                conditioned.ifPresent(weights -> weighed(table, design, pools, counts, weights));
            }
        }
        return table.toString();
    }

    /// How many of a trial's comparator met each pool's rule.
    private record Counts(int draw, int[] met, int of) {

        double percent(int pool) {
            return 100.0 * met[pool] / of;
        }
    }

    private static List<Counts> counts(TrialDesign design, RecordedTrials bank, List<PlaceboPool> pools) {
        int[] visits = pools.stream().mapToInt(p -> p.visit(design).orElse(-1)).toArray();
        return bank.map(TrialSet.DESIGN, Integer.MAX_VALUE, Set.of(), trial -> met(trial, pools, visits)).stream()
                .filter(c -> c.of() > 0).toList();
    }

    private static Counts met(SimulatedTrial trial, List<PlaceboPool> pools, int[] visits) {
        List<SubjectRecord> own = trial.subjects().stream().filter(s -> s.arm() == 0).toList();
        int[] met = new int[visits.length];
        for (int i = 0; i < visits.length; i++) {
            int pool = i;
            met[i] = visits[i] < 0
                    ? 0
                    : (int) own.stream().filter(s -> pools.get(pool).met(s, visits[pool])).count();
        }
        return new Counts(trial.draw(), met, own.size());
    }

    private static void add(TableText table, TrialDesign design, String courses, List<PlaceboPool> pools,
            List<Counts> counts) {
        for (int i = 0; i < pools.size(); i++) {
            int place = i;
            boolean due = pools.get(i).visit(design).isPresent();
            List<Counts> seen = due ? counts : List.of();
            double[] all = seen.stream().mapToDouble(c -> c.percent(place)).sorted().toArray();
            row(table, design, pools.get(i), courses, all.length,
                    new Object[]{seen.stream().mapToLong(c -> c.met()[place]).sum(),
                            seen.stream().mapToLong(Counts::of).sum()},
                    Arrays.stream(all).average().orElse(Double.NaN), quantile(all, 0.05), quantile(all, 0.95));
        }
    }

    /// The same trials, each with its share of the weight of its draw.
    private static void weighed(TableText table, TrialDesign design, List<PlaceboPool> pools, List<Counts> counts,
            DrawWeights weights) {
        long[] trials = new long[weights.values().length];
        counts.forEach(c -> trials[c.draw()]++);
        DrawWeights own = new DrawWeights(
                counts.stream().mapToDouble(c -> weights.values()[c.draw()] / trials[c.draw()]).toArray());
        for (int i = 0; i < pools.size(); i++) {
            int place = i;
            boolean due = pools.get(i).visit(design).isPresent();
            double[] all = counts.stream().mapToDouble(c -> due ? c.percent(place) : Double.NaN).toArray();
            row(table, design, pools.get(i), "conditioned", due ? all.length : 0, new Object[]{"", ""}, own.mean(all),
                    own.quantile(all, 0.05), own.quantile(all, 0.95));
        }
    }

    private static void row(TableText table, TrialDesign design, PlaceboPool p, String courses, int trials,
            Object[] counted, double mean, double low, double high) {
        table.row(p.rule(), p.reader().name().toLowerCase(Locale.ROOT), p.day(),
                p.visit(design).isPresent()
                        ? design.visits().get(p.visit(design).orElseThrow()).day()
                        : Double.NaN,
                p.percent(), p.low(), p.high(), courses, trials, counted[0], counted[1], mean, low, high,
                Double.isNaN(mean) ? "no visit then" : p.verdict(mean), p.likeThis(), p.source(), p.url());
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) StrictMath.min(sorted.length - 1L, (long) (share * sorted.length))];
    }
}
