package propria.inference.prediction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.inference.design.RowDesign.Group;
import propria.inference.prediction.SpreadCell.Residual;

/// What is learned from calibration rows beside the parameters of the model: how far laboratories lie from a prediction,
/// and the pooled effects that the rival predictions carry over.
final class Learned {

    private static final String POOL = "pooled_effect";
    private static final String OFFSET = "class_offset";
    private static final String RESIDUAL = "residual";
    private static final double POOL_SD = 0.7;
    private static final double POOL_ALL = 1.5;
    private static final double STEP = 0.05;
    private static final double LOWEST = -6;
    private static final double HIGHEST = 6;
    private static final double POOLED_LEVEL_SD = 3;
    private static final double OFFSET_SD = 0.5;
    private static final double OFFSET_MOST = 2;
    private static final int OFFSET_DRAWS = 20;

    private final Map<String, List<Residual>> residuals = new LinkedHashMap<>();
    private final Map<String, SpreadCell> cells = new LinkedHashMap<>();
    private final Map<String, Double> pools = new LinkedHashMap<>();
    private final Map<String, Double> offsets = new LinkedHashMap<>();

    /// Learns.
    ///
    /// @param rows those that are used in the calibration
    /// @param weights of the draws
    Learned(List<SimulatedRow> rows, double[] weights) {
        List<SimulatedRow> directions = new ArrayList<>();
        for (SimulatedRow row : rows) {
            if (row.design().row().isDirection()) {
                directions.add(row);
            }
        }
        pool(directions, weights);
        offsets(directions, weights);
        for (SimulatedRow row : rows) {
            if (!row.design().row().isDirection()) {
                for (Rival rival : Rival.values()) {
                    residual(row, rival, weights);
                }
            }
        }
    }

    private Learned() {
    }

    /// What was learned, as tab-separated text: pooled effects, offsets of classes, and how far each calibration row lies
    /// from its prediction.
    String text() {
        StringBuilder text = new StringBuilder("what\tof\tstudy\tvalue\n");
        pools.forEach((name, value) -> text.append(line(POOL, name, "", value)));
        offsets.forEach((name, value) -> text.append(line(OFFSET, name, "", value)));
        residuals.forEach((name, list) -> list.forEach(r -> text.append(line(RESIDUAL, name, r.study(), r.value()))));
        return text.toString();
    }

    private static String line(String what, String of, String study, double value) {
        return String.format(java.util.Locale.ROOT, "%s\t%s\t%s\t%.6g\n", what, of, study, value);
    }

    /// Reads [#text].
    static Learned read(List<String> lines) {
        Learned learned = new Learned();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            double value = Double.parseDouble(cells[3]);
            switch (cells[0]) {
                case POOL -> learned.pools.put(cells[1], value);
                case OFFSET -> learned.offsets.put(cells[1], value);
                default -> learned.residuals.computeIfAbsent(cells[1], _ -> new ArrayList<>())
                        .add(new Residual(cells[2], value));
            }
        }
        return learned;
    }

    private void pool(List<SimulatedRow> rows, double[] weights) {
        double heterogeneity = rows.isEmpty() ? 1 : variance(rows, weights);
        double nullReported = 0;
        for (int j = 0; j < weights.length && !rows.isEmpty(); j++) {
            nullReported += weights[j] * rows.getFirst().effects().get(j).nullReported();
        }
        double share = nullReported;
        Map<String, List<SimulatedRow>> kinds = new LinkedHashMap<>();
        rows.forEach(row -> kinds.computeIfAbsent(kind(row), _ -> new ArrayList<>()).add(row));
        for (Map.Entry<String, List<SimulatedRow>> kind : kinds.entrySet()) {
            boolean disease = kind.getKey().equals("disease");
            double all = mode(kind.getValue(), disease ? -POOL_ALL : POOL_ALL, 1, heterogeneity, share);
            pools.put(kind.getKey(), all);
            Map<String, List<SimulatedRow>> classes = new LinkedHashMap<>();
            kind.getValue().forEach(row -> classes.computeIfAbsent(pooled(row), _ -> new ArrayList<>()).add(row));
            classes.forEach(
                    (name, members) -> pools.put(name, mode(members, all, POOL_SD, variance(members, weights), share)));
        }
    }

    /// By how much the improvement of a class of outcomes differs from what the model expects, shrunk towards not at all.
    private void offsets(List<SimulatedRow> rows, double[] weights) {
        Map<String, List<SimulatedRow>> classes = new LinkedHashMap<>();
        rows.forEach(row -> classes.computeIfAbsent(pooled(row), _ -> new ArrayList<>()).add(row));
        classes.forEach((name, members) -> {
            double best = 0;
            double highest = Double.NEGATIVE_INFINITY;
            for (double offset = -OFFSET_MOST; offset <= OFFSET_MOST; offset += 2 * STEP) {
                double log = -0.5 * offset * offset / (OFFSET_SD * OFFSET_SD);
                for (SimulatedRow row : members) {
                    double seen = row.design().row().mean().orElseThrow() * row.sign();
                    double[] p = expected(row, weights, offset);
                    log += StrictMath.log(StrictMath.max(p[seen > 0 ? 0 : seen < 0 ? 2 : 1], 1e-12));
                }
                if (log > highest) {
                    highest = log;
                    best = offset;
                }
            }
            offsets.put(name, best);
        });
    }

    private static double[] expected(SimulatedRow row, double[] weights, double offset) {
        double[] sum = new double[3];
        double[] thin = Thinning.of(weights, OFFSET_DRAWS);
        for (int j = 0; j < thin.length; j++) {
            for (int c = 0; c < row.levels().get(j).size() && thin[j] > 0; c++) {
                double[] p = reported(row, row.improvement(j, c) + row.offset(offset, j), j);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += thin[j] * p[i];
                }
            }
        }
        double all = sum[0] + sum[1] + sum[2];
        return new double[]{sum[0] / all, sum[1] / all, sum[2] / all};
    }

    private static double[] reported(SimulatedRow row, double z, int draw) {
        EffectModel effects = row.effects().get(draw);
        double[] p = Ordinal.probabilities(z, row.n(), effects.heterogeneity(row.against(draw)));
        return row.isSelected() ? Ordinal.reported(p, effects.nullReported()) : p;
    }

    /// By how much the improvement of a row's class differs from what the model expects.
    double offset(SimulatedRow row) {
        return offsets.getOrDefault(pooled(row), 0.0);
    }

    private static double variance(List<SimulatedRow> rows, double[] weights) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * rows.getFirst().effects().get(j).heterogeneity(1);
        }
        return sum;
    }

    /// The most probable effect, in standard deviations between animals, under a normal prior.
    private static double mode(List<SimulatedRow> rows, double centre, double sd, double heterogeneity,
            double nullReported) {
        double best = centre;
        double highest = Double.NEGATIVE_INFINITY;
        for (double z = LOWEST; z <= HIGHEST; z += STEP) {
            double log = -0.5 * (z - centre) * (z - centre) / (sd * sd);
            for (SimulatedRow row : rows) {
                double[] p = Ordinal.probabilities(z, row.n(), heterogeneity);
                if (row.isSelected()) {
                    p = Ordinal.reported(p, nullReported);
                }
                double seen = row.design().row().mean().orElseThrow() * row.sign();
                log += StrictMath.log(StrictMath.max(p[seen > 0 ? 0 : seen < 0 ? 2 : 1], 1e-12));
            }
            if (log > highest) {
                highest = log;
                best = z;
            }
        }
        return best;
    }

    private static String kind(SimulatedRow row) {
        return !row.isTreated() ? "disease" : row.design().againstProduct() ? "product" : "therapy";
    }

    private static String pooled(SimulatedRow row) {
        return kind(row) + "/" + row.design().outcome().outcomeClass();
    }

    /// The pooled effect of a class of outcomes against such a comparator; of all classes where the class is new.
    double pooledEffect(SimulatedRow row) {
        Double own = pools.get(pooled(row));
        return own != null ? own : pools.getOrDefault(kind(row), kind(row).equals("disease") ? -POOL_ALL : POOL_ALL);
    }

    private void residual(SimulatedRow row, Rival rival, double[] weights) {
        double location = 0;
        for (int j = 0; j < weights.length; j++) {
            for (int c = 0; c < row.levels().get(j).size() && weights[j] > 0; c++) {
                location += weights[j] / row.levels().get(j).size() * location(row, rival, j, c);
            }
        }
        double away = (row.measure().on(row.observed()) - location) / row.reach();
        residuals.computeIfAbsent(key(row, rival), _ -> new ArrayList<>())
                .add(new Residual(row.design().row().study(), away));
    }

    /// Where a prediction expects a number, on the comparison scale.
    double location(SimulatedRow row, Rival rival, int draw, int contrast) {
        RowLevels level = row.levels().get(draw).get(contrast);
        Group group = row.design().group();
        return switch (rival) {
            case MODEL -> group == Group.TREATED ? row.treated(level, row.improvement(draw, contrast)) : level.arm();
            case NO_EFFECT -> group == Group.TREATED ? level.untreated() : level.healthy();
            case CARRIED_OVER -> group == Group.TREATED ? row.treated(level, pooledEffect(row)) : level.healthy();
        };
    }

    private static String key(SimulatedRow row, Rival rival) {
        return (row.isTreated() ? Rival.MODEL : rival) + " " + row.measure().cell();
    }

    /// How far results lie from a prediction.
    SpreadCell cell(SimulatedRow row, Rival rival) {
        return cells.computeIfAbsent(key(row, rival), key -> {
            Measure measure = row.measure();
            boolean level = rival == Rival.CARRIED_OVER && row.design().group() == Group.ILL;
            boolean none = rival == Rival.NO_EFFECT && row.design().group() == Group.ILL && measure.anchorSd() < 1;
            return SpreadCell.of(residuals.getOrDefault(key, List.of()), measure.usual(), measure.anchor(),
                    level
                            ? POOLED_LEVEL_SD * measure.usual() + measure.anchorSd()
                            : none ? 0.05 * measure.usual() : measure.anchorSd());
        });
    }
}
