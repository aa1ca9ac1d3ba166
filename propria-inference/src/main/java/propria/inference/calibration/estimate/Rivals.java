package propria.inference.calibration.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.FreeParameters;
import propria.inference.calibration.estimate.CalibrationRun.Plan;
import propria.inference.calibration.estimate.CalibrationRun.Result;
import propria.inference.sample.ParetoSmoothing;
import propria.study.reading.Values;

/// Mechanisms that may each explain how cells in a vein work: each is fitted alone, the others switched off, and all are
/// stacked (Yao, Vehtari, Simpson and Gelman 2018, doi:10.1214/17-BA1091): the weights are those with the best log score on
/// studies with such an arm, each left out.
public final class Rivals {

    private static final int STEPS = 2000;
    private static final String TOGETHER = "all together";

    private Rivals() {
    }

    /// A rival's score.
    ///
    /// @param scores the log score of each study, left out
    /// @param untrusted of how many studies the weights do not hold
    private record Scored(String name, double[] scores, int untrusted, double miss) {
    }

    /// A table as comma-separated text, a line a mechanism.
    ///
    /// @param folder where the rounds of each are kept
    public static String table(Calibration calibration, CalibrationRun together, Result result, Path folder, Plan plan,
            BiConsumer<String, Integer> progress) throws InterruptedException {
        List<Integer> studies = byVein(calibration, together);
        List<Scored> all = new ArrayList<>();
        all.add(scored(TOGETHER, together, result, studies));
        Map<String, String> rivals = read(calibration.library().root().resolve("calibration/rivals.tsv"));
        for (Map.Entry<String, String> rival : rivals.entrySet()) {
            List<String> others = rivals.values().stream().filter(id -> !id.equals(rival.getValue())).toList();
            FreeParameters alone = calibration.parameters().without(others);
            CalibrationRun run = new CalibrationRun(calibration, alone,
                    folder.resolve("rival-" + rival.getValue().replaceAll("\\W", "_")), plan);
            List<double[]> near = result.points().stream().map(point -> part(point, calibration.parameters(), alone))
                    .toList();
            all.add(scored(rival.getKey(), run,
                    run.run(near, (round, n) -> progress.accept(rival.getKey() + ", " + round, n)), studies));
        }
        return text(all);
    }

    /// A point without the parameters that are switched off.
    private static double[] part(double[] point, FreeParameters all, FreeParameters some) {
        List<String> ids = all.all().stream().map(FreeParameters.Free::id).toList();
        return some.all().stream().mapToDouble(free -> point[ids.indexOf(free.id())]).toArray();
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> rivals = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
                String[] cells = line.split("\t", -1);
                rivals.put(cells[0], Values.modelId(cells[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rivals;
    }

    private static List<Integer> byVein(Calibration calibration, CalibrationRun run) {
        return calibration.fitted().stream().filter(row -> row.contrasts().stream().anyMatch(c -> c.traits().vein()))
                .map(row -> run.studies().indexOf(row.row().study())).filter(i -> i >= 0).distinct().sorted().toList();
    }

    private static Scored scored(String name, CalibrationRun run, Result result, List<Integer> studies) {
        double[] scores = new double[studies.size()];
        int untrusted = 0;
        List<double[]> logs = new ArrayList<>();
        for (int i = 0; i < result.points().size(); i++) {
            logs.add(run.target().studies(result.features().get(i), result.points().get(i)));
        }
        for (int s = 0; s < scores.length; s++) {
            double[] own = new double[logs.size()];
            double[] without = new double[logs.size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = logs.get(i)[studies.get(s)];
                without[i] = result.weighing().logWeights()[i] - own[i];
            }
            ParetoSmoothing smoothed = ParetoSmoothing.of(without);
            untrusted += smoothed.kHat() > CalibrationRun.TRUSTED ? 1 : 0;
            scores[s] = smoothed.logMean(own);
        }
        return new Scored(name, scores, untrusted, result.checks().getLast().miss());
    }

    /// The weights with the best log score of the mixture, by expectation and maximisation.
    static double[] stacked(List<double[]> scores) {
        double[] weights = new double[scores.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        for (int step = 0; step < STEPS; step++) {
            double[] next = new double[weights.length];
            int studies = scores.getFirst().length;
            for (int s = 0; s < studies; s++) {
                double[] part = new double[weights.length];
                double most = Double.NEGATIVE_INFINITY;
                for (double[] one : scores) {
                    most = StrictMath.max(most, one[s]);
                }
                double sum = 0;
                for (int k = 0; k < part.length; k++) {
                    part[k] = weights[k] * StrictMath.exp(scores.get(k)[s] - most);
                    sum += part[k];
                }
                for (int k = 0; k < part.length; k++) {
                    next[k] += part[k] / sum / studies;
                }
            }
            weights = next;
        }
        return weights;
    }

    private static String text(List<Scored> all) {
        double[] weights = stacked(all.stream().map(Scored::scores).toList());
        double[] first = all.getFirst().scores();
        StringBuilder text = new StringBuilder("mechanism,studies,log_score,against_all_together,standard_error,"
                + "studies_whose_weights_do_not_hold,emulator_miss,stacking_weight\n");
        for (int k = 0; k < all.size(); k++) {
            Scored one = all.get(k);
            double[] gains = new double[first.length];
            for (int s = 0; s < gains.length; s++) {
                gains[s] = one.scores()[s] - first[s];
            }
            double sum = Arrays.stream(gains).sum();
            double mean = sum / gains.length;
            double square = Arrays.stream(gains).map(g -> (g - mean) * (g - mean)).sum();
            text.append(String.format(Locale.ROOT, "%s,%d,%.2f,%.2f,%.2f,%d,%.2f,%.3f\n", one.name(), gains.length,
                    Arrays.stream(one.scores()).sum(), sum,
                    StrictMath.sqrt(square * gains.length / StrictMath.max(1, gains.length - 1)), one.untrusted(),
                    one.miss(), weights[k]));
        }
        return text.toString();
    }
}
