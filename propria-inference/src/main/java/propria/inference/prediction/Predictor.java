package propria.inference.prediction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.inference.design.Courses;
import propria.inference.design.RowDesign;
import propria.inference.prediction.Mixture.Form;
import propria.inference.prediction.Mixture.Part;
import propria.inference.prediction.RowPrediction.Direction;
import propria.inference.prediction.RowPrediction.Value;
import propria.inference.vocabulary.Vocabulary;
import propria.inference.vocabulary.Vocabulary.ScoreScale;

/// Predicts rows, by the model and by its rivals. Of the rows that are predicted it uses the design alone.
public final class Predictor {

    /// How often a direction is misread, reversed or of something else, whatever the model says.
    private static final double MISREAD = 0.02;
    private static final double LEAST_SD = 1e-3;
    private static final double WIDEST_SCALE = 100;
    /// Parts of a mixture that come from draws; more change nothing that can be seen.
    private static final int MOST_DRAWS = 20;
    private static final double MOST_VALUE = 1e9;

    private final Vocabulary words;
    private final List<Courses.Recorded> courses;
    private final List<EffectModel> effects;
    private final Map<RowDesign, SimulatedRow> simulated = new HashMap<>();

    /// @param courses of every draw, one an entry of `draws`
    public Predictor(Vocabulary words, List<Courses.Recorded> courses, List<Draw> draws) {
        this.words = words;
        this.courses = List.copyOf(courses);
        this.effects = draws.stream().map(Draw::effects).toList();
    }

    /// The quantities that must be recorded beside those of the vocabulary.
    public static List<String> quantities(Vocabulary words) {
        List<String> ids = new ArrayList<>(words.quantities());
        RowLevels.QUANTITIES.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        return ids;
    }

    /// A predictor that has learned from calibration rows.
    public final class Trained {

        private final Learned learned;
        private final double[] weights;

        private Trained(Learned learned, double[] weights) {
            this.learned = learned;
            this.weights = weights;
        }

        /// What was learned beside the parameters, as tab-separated text for [Predictor#trained].
        public String learnedText() {
            return learned.text();
        }

        /// The prediction of a row.
        public RowPrediction predict(RowDesign design, Rival rival) {
            SimulatedRow row = simulated(design);
            return design.row().isDirection() ? direction(row, rival) : number(row, rival);
        }

        /// Directions of arms whose results are selected are of studies that are selected half as strongly, on the
        /// logarithm, as those of the calibration: a table of studies to validate on is neither all that were done nor only what succeeds.
        private Direction direction(SimulatedRow row, Rival rival) {
            double[] sum = new double[3];
            for (int j = 0; j < weights.length; j++) {
                int contrasts = row.levels().get(j).size();
                for (int c = 0; c < contrasts && weights[j] > 0; c++) {
                    double z = switch (rival) {
                        case MODEL -> row.improvement(j, c) + row.offset(learned.offset(row), j);
                        case NO_EFFECT -> 0;
                        case CARRIED_OVER -> learned.pooledEffect(row);
                    };
                    double[] done = Ordinal.probabilities(z, row.n(), effects.get(j).heterogeneity(row.against(j)));
                    double[] p = row.isSelected()
                            ? Ordinal.reported(done, StrictMath.sqrt(effects.get(j).nullReported()))
                            : done;
                    for (int i = 0; i < p.length; i++) {
                        sum[i] += weights[j] / contrasts * p[i];
                    }
                }
            }
            double total = 0;
            double all = sum[0] + sum[1] + sum[2];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = (1 - MISREAD) * sum[i] / all + MISREAD / sum.length;
                total += sum[i];
            }
            double better = sum[0] / total;
            double worse = sum[2] / total;
            return row.sign() > 0
                    ? new Direction(worse, sum[1] / total, better)
                    : new Direction(better, sum[1] / total, worse);
        }

        private Value number(SimulatedRow row, Rival rival) {
            SpreadCell cell = learned.cell(row, rival);
            List<Part> parts = new ArrayList<>();
            double most = 0;
            double[] thin = Thinning.of(weights, MOST_DRAWS);
            List<ScoreScale> scales = scales(row);
            for (int j = 0; j < thin.length; j++) {
                if (thin[j] == 0) {
                    continue;
                }
                for (int c = 0; c < row.levels().get(j).size(); c++) {
                    double location = learned.location(row, rival, j, c);
                    double weight = thin[j] / row.levels().get(j).size();
                    for (SpreadCell.Node node : cell.nodes()) {
                        for (ScoreScale scale : scales) {
                            parts.add(part(row, j, node, scale, weight * node.weight() * scale.weight(), location));
                            most = StrictMath.max(most, scale.maximum());
                        }
                    }
                }
            }
            return new Value(mixture(row, parts, most));
        }

        /// A score may be on a scale that nobody thought of.
        private static List<ScoreScale> scales(SimulatedRow row) {
            if (row.measure().form() != Form.SHARE) {
                return row.measure().scales();
            }
            List<ScoreScale> all = new ArrayList<>();
            row.measure().scales().forEach(s -> all.add(new ScoreScale(s.maximum(), (1 - MISREAD) * s.weight())));
            all.add(new ScoreScale(WIDEST_SCALE, MISREAD));
            return all;
        }

        private Part part(SimulatedRow row, int draw, SpreadCell.Node node, ScoreScale scale, double weight,
                double location) {
            double animals = row.measure().animals();
            double own = animals * animals / row.n();
            if (row.isTreated()) {
                own += animals * animals * effects.get(draw).heterogeneity(row.against(draw));
            }
            double reach = row.reach();
            double sd = StrictMath.sqrt(reach * reach * (node.sd() * node.sd() + own) + LEAST_SD * LEAST_SD);
            double mean = location + node.shift() * reach;
            boolean turned = row.design().outcome().inverse() && !row.measure().isStandardised();
            Form form = row.measure().form();
            return switch (form) {
                case SHARE -> new Part(form, scale.maximum(), weight, turned ? 1 - mean : mean, sd);
                case LINEAR -> new Part(form, 1, weight, turned ? 100 - mean : mean - row.start(), sd);
                case LOG -> new Part(form, 1, weight, mean, sd);
                case LOGIT -> new Part(form, 100, weight, turned ? -mean : mean, sd);
            };
        }

        private static Mixture mixture(SimulatedRow row, List<Part> parts, double most) {
            return switch (row.measure().form()) {
                case SHARE -> new Mixture(parts, 0, most);
                case LINEAR -> new Mixture(parts, -200, 300);
                case LOG -> new Mixture(parts, 0, MOST_VALUE);
                case LOGIT -> new Mixture(parts, 0, 100);
            };
        }
    }

    /// A predictor that has learned what a file says.
    ///
    /// @param lines of the text that [Trained#learnedText] gave
    public Trained trained(List<String> lines) {
        double[] even = new double[effects.size()];
        java.util.Arrays.fill(even, 1.0 / even.length);
        return new Trained(Learned.read(lines), even);
    }

    private SimulatedRow simulated(RowDesign design) {
        return simulated.computeIfAbsent(design, d -> SimulatedRow.of(d, courses, effects, words));
    }

    /// Learns from calibration rows.
    ///
    /// @param weights of the draws; empty for equal ones
    public Trained train(List<RowDesign> rows, Optional<double[]> weights) {
        double[] even = new double[effects.size()];
        java.util.Arrays.fill(even, 1.0 / even.length);
        double[] used = weights.orElse(even);
        return new Trained(new Learned(rows.stream().map(this::simulated).toList(), used), used);
    }
}
