package propria.inference.prediction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.engine.random.RandomStream;
import propria.inference.design.Courses;
import propria.inference.design.RowDesign;
import propria.inference.design.RowDesign.Contrast;
import propria.inference.design.RowDesign.Group;
import propria.inference.vocabulary.Vocabulary;

/// How probable the rows of each study are under one set of parameters.
///
/// What the model gives is a list of features, so that an emulator can stand in for it. All comparisons of a study share
/// its deviation `u`, normal with the standard deviation between studies, which is summed over by Gauss-Hermite
/// quadrature (7 nodes). A comparison given as numbers is an improvement in standard deviations between animals; one given
/// as a direction has the probabilities of [Ordinal], corrected for what is not reported. Levels of untreated arms are
/// normal about the prediction with the usual spread between laboratories; `k` levels of one series count as
/// `1 + (k - 1)/4`.
public final class StudyLikelihood {

    private static final double[] NODES = {-3.75043971772574, -2.36675941073454, -1.15440539473997, 0,
            1.15440539473997, 2.36675941073454, 3.75043971772574};
    private static final double[] WEIGHTS = {5.48268855972e-4, 3.07571239675865e-2, 0.240123178605013,
            0.457142857142857, 0.240123178605013, 3.07571239675865e-2, 5.48268855972e-4};
    private static final int PER_CONTRAST = 4;
    private static final double REPEATS = 0.25;
    private static final double LEAST = 1e-12;

    private final Vocabulary words;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, List<Item>> studies = new LinkedHashMap<>();
    private final int features;

    /// A row with its place among the features.
    ///
    /// @param seen the observed improvement, or the observed level
    /// @param weight how much of a row it counts
    private record Item(RowDesign design, Measure measure, Kind kind, int series, int first, double seen, double weight,
            double reach, double n) {

        boolean isComparison() {
            return kind == Kind.DIRECTION || kind == Kind.IMPROVEMENT;
        }

        Item at(int place, int number) {
            return new Item(design, measure, kind, number, place, seen, weight, reach, n);
        }

        Item showing(double other) {
            return new Item(design, measure, kind, series, first, other, weight, reach, n);
        }
    }

    private enum Kind {
        DIRECTION,
        IMPROVEMENT,
        LEVEL,
        SHAPE
    }

    /// @param rows those that are fitted
    public StudyLikelihood(Vocabulary words, List<RowDesign> rows) {
        this.words = words;
        int next = 0;
        Map<String, Integer> sizes = new LinkedHashMap<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        rows.forEach(row -> sizes.merge(series(row), 1, Integer::sum));
        for (RowDesign row : rows) {
            Optional<Item> found = item(row, rows, sizes.getOrDefault(series(row), 1));
            if (found.isPresent()) {
                Integer number = numbers.computeIfAbsent(series(row), _ -> numbers.size());
                Item item = found.get().at(next, number);
                items.add(item);
                studies.computeIfAbsent(row.row().study(), _ -> new ArrayList<>()).add(item);
                next += item.isComparison() ? PER_CONTRAST * row.contrasts().size() : 1;
            }
        }
        features = next;
    }

    private StudyLikelihood(StudyLikelihood other, Map<Item, Item> changed) {
        this.words = other.words;
        this.features = other.features;
        other.items.forEach(item -> items.add(changed.getOrDefault(item, item)));
        other.studies.forEach((study, list) -> studies.put(study,
                new ArrayList<>(list.stream().map(item -> changed.getOrDefault(item, item)).toList())));
    }

    /// The same studies as they would be if features and effects were true: what a simulated laboratory would report. Levels
    /// and improvements of one series share a part of their error, as large as makes `k` of them worth `1 + (k - 1)/4`.
    public StudyLikelihood drawn(double[] given, EffectModel effects, RandomStream random) {
        Map<Item, Item> changed = new IdentityHashMap<>();
        for (List<Item> study : studies.values()) {
            double deviation = effects.studySd() * random.normal();
            Map<Integer, Double> shared = new HashMap<>();
            for (Item item : study) {
                double common = shared.computeIfAbsent(item.series(), _ -> random.normal());
                changed.put(item, item.showing(shown(item, given, effects, deviation, common, random)));
            }
        }
        return new StudyLikelihood(this, changed);
    }

    private static double shown(Item item, double[] given, EffectModel effects, double deviation, double common,
            RandomStream random) {
        double part = item.weight() < 1 ? sharedPart(item.weight()) : 0;
        double error = StrictMath.sqrt(part) * common + StrictMath.sqrt(1 - part) * random.normal();
        if (!item.isComparison()) {
            return given[item.first()] + levelSd(item) * error;
        }
        int contrast = (int) (random.uniform() * item.design().contrasts().size());
        double z = expected(item, given, effects, contrast, deviation);
        if (item.kind() == Kind.IMPROVEMENT) {
            return z + sd(item, effects) * error;
        }
        double[] chances = reported(item, z, effects);
        double level = random.uniform();
        return level < chances[0] ? 1 : level < chances[0] + chances[1] ? 0 : -1;
    }

    /// The share of variance that rows of a series have in common, from the weight `(1 + (k - 1)/4)/k` of each.
    private static double sharedPart(double weight) {
        double k = (1 - REPEATS) / (weight - REPEATS);
        return (1 / weight - 1) / (k - 1);
    }

    private static String series(RowDesign row) {
        return row.row().study() + "|" + row.row().arm() + "|" + row.row().outcome() + "|" + row.row().unit();
    }

    private Optional<Item> item(RowDesign row, List<RowDesign> rows, int size) {
        SimulatedRow simulated = new SimulatedRow(row, Measure.of(row, words), List.of(), List.of(), first(row));
        Measure measure = simulated.measure();
        double weight = (1 + REPEATS * (size - 1)) / size;
        if (row.row().isDirection()) {
            return Optional.of(new Item(row, measure, Kind.DIRECTION, 0, 0,
                    row.row().mean().orElseThrow() * simulated.sign(), 1, 1, simulated.n()));
        }
        if (measure.isStandardised() || row.group() == Group.HEALTHY) {
            return Optional.empty();
        }
        double level = measure.on(simulated.observed());
        if (row.group() == Group.TREATED) {
            return rows.stream().filter(other -> pairs(row, other)).findFirst().map(other -> {
                double untreated = measure.on(new SimulatedRow(other, measure, List.of(), List.of(), 0).observed());
                double rise = row.outcome().rises() ? 1 : -1;
                return new Item(row, measure, Kind.IMPROVEMENT, 0, 0, rise * (level - untreated) / measure.animals(),
                        weight, 1, simulated.n());
            });
        }
        boolean anchored = measure.anchorSd() < 1;
        return Optional.of(new Item(row, measure, anchored ? Kind.LEVEL : Kind.SHAPE, 0, 0, level - measure.anchor(),
                weight, simulated.reach(), simulated.n()));
    }

    private static double first(RowDesign row) {
        return row.row().unit().contains("of day 1") ? 1 : 0;
    }

    private static boolean pairs(RowDesign treated, RowDesign other) {
        return other.group() == Group.ILL && other.row().study().equals(treated.row().study())
                && other.row().outcome().equals(treated.row().outcome()) && !other.row().isDirection()
                && other.row().day().equals(treated.row().day()) && other.row().unit().equals(treated.row().unit())
                && (other.contrasts().getFirst().arm().equals(treated.contrasts().getFirst().arm().untreated())
                        || other.row().arm().contains("vehicle"));
    }

    /// The studies, in the order of [#logLikelihoods].
    public List<String> studies() {
        return List.copyOf(studies.keySet());
    }

    /// How many features there are.
    public int size() {
        return features;
    }

    /// The population that each feature belongs to, as numbers.
    public int[] populations() {
        Map<String, Integer> known = new LinkedHashMap<>();
        int[] all = new int[features];
        for (Item item : items) {
            int number = known.computeIfAbsent(item.design().contrasts().getFirst().arm().population(),
                    _ -> known.size());
            int size = item.isComparison() ? PER_CONTRAST * item.design().contrasts().size() : 1;
            java.util.Arrays.fill(all, item.first(), item.first() + size, number);
        }
        return all;
    }

    /// What the model gives: for each contrast of a comparison the improvement of its own quantity and the overall
    /// improvement, for a level that of the arm.
    public double[] features(Courses.Recorded courses) {
        double[] all = new double[features];
        for (Item item : items) {
            int at = item.first();
            for (Contrast contrast : item.design().contrasts()) {
                RowLevels levels = RowLevels.of(item.design(), contrast, courses, words, item.measure());
                if (!item.isComparison()) {
                    all[at] = levels.arm();
                    break;
                }
                all[at] = levels.own();
                all[at + 1] = levels.overall();
                all[at + 2] = levels.otherOwn();
                all[at + 3] = levels.otherOverall();
                at += PER_CONTRAST;
            }
        }
        return all;
    }

    /// The natural logarithm of the likelihood of each study.
    public double[] logLikelihoods(double[] given, EffectModel effects) {
        double[] all = new double[studies.size()];
        int next = 0;
        for (List<Item> study : studies.values()) {
            all[next++] = logLikelihood(study, given, effects);
        }
        return all;
    }

    private static double logLikelihood(List<Item> study, double[] given, EffectModel effects) {
        double levels = 0;
        List<Expected> compared = new ArrayList<>();
        double shift = 0;
        int series = -1;
        for (Item item : study) {
            if (item.isComparison()) {
                compared.add(Expected.of(item, given, effects));
                continue;
            }
            if (item.series() != series) {
                series = item.series();
                shift = shift(item, study, given);
            }
            levels += level(item, given, shift);
        }
        if (compared.isEmpty()) {
            return levels;
        }
        double sum = 0;
        for (int k = 0; k < NODES.length; k++) {
            double log = 0;
            for (Expected one : compared) {
                log += one.log(NODES[k] * effects.studySd(), effects.nullReported());
            }
            sum += WEIGHTS[k] * StrictMath.exp(log);
        }
        return levels + StrictMath.log(StrictMath.max(sum, Double.MIN_NORMAL));
    }

    /// What the levels of a series without an anchor have in common: their mean, each counted by its precision, as a weight
    /// in per cent of the first day's is known exactly on that day.
    private static double shift(Item item, List<Item> study, double[] given) {
        if (item.kind() == Kind.LEVEL) {
            return 0;
        }
        double sum = 0;
        double all = 0;
        for (Item other : study) {
            if (other.series() == item.series()) {
                double precision = 1 / (levelSd(other) * levelSd(other));
                sum += precision * (other.seen() - given[other.first()]);
                all += precision;
            }
        }
        return sum / all;
    }

    private static double level(Item item, double[] given, double shift) {
        double away = (item.seen() - given[item.first()] - shift) / levelSd(item);
        return item.weight() * Gaussian.logDensity(StrictMath.max(-6, StrictMath.min(6, away)));
    }

    private static double levelSd(Item item) {
        double sd = item.measure().usual() * item.reach();
        double own = item.measure().animals() * item.reach();
        return StrictMath.sqrt(sd * sd + own * own / item.n());
    }

    /// The comparisons of a study under one set of parameters, before the study deviates.
    ///
    /// @param expected the improvement in each contrast, in standard deviations between animals
    /// @param keeps what the comparison keeps of the study's deviation
    /// @param scale of an improvement in the test statistic of a direction; the standard deviation of a number
    /// @param point beyond which a direction is reported, in that statistic
    private record Expected(Item item, double[] expected, double keeps, double scale, double point) {

        static Expected of(Item item, double[] given, EffectModel effects) {
            double[] all = new double[item.design().contrasts().size()];
            for (int c = 0; c < all.length; c++) {
                all[c] = StudyLikelihood.expected(item, given, effects, c, 0);
            }
            double keeps = StudyLikelihood.keeps(item, effects);
            if (item.kind() != Kind.DIRECTION) {
                return new Expected(item, all, keeps, sd(item, effects), 0);
            }
            double spread = Ordinal.spread(item.n(), effects.rowSd() * effects.rowSd());
            return new Expected(item, all, keeps, Ordinal.half(item.n()) / spread,
                    Ordinal.critical(item.n()) / spread);
        }

        double log(double deviation, double nullReported) {
            double sum = 0;
            for (double one : expected) {
                sum += item.kind() == Kind.DIRECTION
                        ? direction(scale * (one + keeps * deviation), nullReported)
                        : StrictMath.exp(Gaussian.logDensity((item.seen() - one - keeps * deviation) / scale)) / scale;
            }
            return item.weight() * StrictMath.log(StrictMath.max(sum / expected.length, LEAST));
        }

        private double direction(double statistic, double nullReported) {
            double better = Gaussian.cdf(statistic - point);
            double worse = Gaussian.cdf(-statistic - point);
            double kept = item.design().isSelected() ? nullReported : 1;
            double all = better + kept * (1 - better);
            return item.seen() > 0
                    ? better / all
                    : kept * (item.seen() < 0 ? worse : StrictMath.max(1 - better - worse, 0)) / all;
        }
    }

    private static double keeps(Item item, EffectModel effects) {
        RowDesign row = item.design();
        return row.group() == Group.TREATED ? effects.keeps(row.lost(), row.againstProduct()) : 0;
    }

    private static double expected(Item item, double[] given, EffectModel effects, int contrast, double deviation) {
        RowDesign row = item.design();
        int at = item.first() + PER_CONTRAST * contrast;
        return new RowLevels(0, 0, 0, given[at], given[at + 1], given[at + 2], given[at + 3])
                .improvement(row, row.contrasts().get(contrast), effects) + keeps(item, effects) * deviation;
    }

    private static double sd(Item item, EffectModel effects) {
        return StrictMath.sqrt(effects.rowSd() * effects.rowSd() + 2 / item.n() + 0.25);
    }

    private static double[] reported(Item item, double z, EffectModel effects) {
        double[] p = Ordinal.probabilities(z, item.n(), effects.rowSd() * effects.rowSd());
        return item.design().isSelected() ? Ordinal.reported(p, effects.nullReported()) : p;
    }
}
