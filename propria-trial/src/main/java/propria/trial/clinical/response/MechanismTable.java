package propria.trial.clinical.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What mechanistic patients answer (`mechanism.tsv`): log odds ratios by product, indication, cells given and week.
///
/// Two things are read from it, so that trials may weigh each: how a product differs between indications ([#level]), and how
/// its effect in an indication moves with dose and time ([#shape]). Both are zero where mechanistic patients were not asked.
public final class MechanismTable {

    private static final double REFERENCE_CELLS = 120e6;
    private static final int CELLS = 9;

    private final Map<String, Surface> surfaces = new LinkedHashMap<>();
    private final Map<String, Double> levels = new LinkedHashMap<>();

    /// The answers to one product in one indication, the mean over rules, by the logarithm of cells and of weeks.
    private record Surface(TreeMap<Double, TreeMap<Double, double[]>> byDose) {

        double at(double dose, double week) {
            return between(byDose, dose, weeks -> between(weeks, week, sum -> sum[0] / sum[1]));
        }

        double mean() {
            return byDose.values().stream().flatMap(weeks -> weeks.values().stream())
                    .mapToDouble(sum -> sum[0] / sum[1]).average().orElse(0);
        }

        private static <T> double between(TreeMap<Double, T> entries, double at,
                java.util.function.ToDoubleFunction<T> value) {
            var low = entries.floorEntry(at);
            var high = entries.ceilingEntry(at);
            if (low == null || high == null) {
                return value.applyAsDouble(low == null ? entries.firstEntry().getValue() : low.getValue());
            }
            double span = high.getKey() - low.getKey();
            double share = span > 0 ? (at - low.getKey()) / span : 0;
            return (1 - share) * value.applyAsDouble(low.getValue()) + share * value.applyAsDouble(high.getValue());
        }
    }

    private MechanismTable() {
    }

    /// Of no answers.
    public static MechanismTable none() {
        return new MechanismTable();
    }

    /// Of the lines of `mechanism.tsv` without its header.
    ///
    /// @throws NumberFormatException when a line is no answer
    public static MechanismTable of(List<String> lines) {
        MechanismTable table = new MechanismTable();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (cells.length != CELLS) {
                throw new NumberFormatException(cells.length + " cells, not " + CELLS);
            }
            if (!cells[CELLS - 1].isEmpty()) {
                double dose = cells[4].isEmpty() ? 0 : StrictMath.log(Double.parseDouble(cells[4]) / REFERENCE_CELLS);
                double[] sum = table.surfaces
                        .computeIfAbsent(cells[1] + "." + cells[0], _ -> new Surface(new TreeMap<>())).byDose()
                        .computeIfAbsent(dose, _ -> new TreeMap<>())
                        .computeIfAbsent(StrictMath.log(Double.parseDouble(cells[3])), _ -> new double[2]);
                sum[0] += Double.parseDouble(cells[CELLS - 1]);
                sum[1]++;
            }
        }
        table.surfaces.forEach((key, surface) -> table.levels.put(key, surface.mean() - table.kind(key)));
        return table;
    }

    private double kind(String key) {
        List<Double> means = new ArrayList<>();
        surfaces.forEach((other, surface) -> {
            if (isGrown(other) == isGrown(key)) {
                means.add(surface.mean());
            }
        });
        return means.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static boolean isGrown(String key) {
        return ResponseLayout.isGrown(key.substring(0, key.indexOf('.')));
    }

    /// By how much a product in an indication stands above the mean of its kind, as a log odds ratio.
    public double level(String agent, String group) {
        return levels.getOrDefault(agent + "." + group, 0.0);
    }

    /// By how much its effect at a dose and a week stands above its mean over all that was asked.
    ///
    /// @param dose the natural logarithm of cells over 120 million; 0 where it is not stated
    /// @param week at least one
    public double shape(String agent, String group, double dose, double week) {
        Surface surface = surfaces.get(agent + "." + group);
        return surface == null
                ? 0
                : surface.at(dose, StrictMath.log(StrictMath.max(1, week))) - surface.mean();
    }

    /// The products and indications that mechanistic patients were asked about.
    public List<String> asked() {
        return Arrays.asList(surfaces.keySet().toArray(new String[0]));
    }
}
