package propria.inference.calibration.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.DrawnCourses;
import propria.inference.design.Courses;
import propria.inference.design.Refusal;
import propria.inference.design.RowDesign;
import propria.inference.prediction.Draw;
import propria.inference.prediction.Predictor;
import propria.inference.prediction.StudyLikelihood;
import propria.inference.table.EvidenceRow;
import propria.inference.table.EvidenceTable;
import propria.model.problem.SourceLocation;

/// In how many draws of the posterior one treatment helps more than another: 1e6 cells in 3 % DSS for 7 days, read on day
/// 9, by the mean improvement of the core outcomes against the untreated arm, what mechanisms leave out included.
public final class Ordering {

    private static final int OVERALL = 1;
    private static final int FEATURES = 4;
    private static final int PRIOR_DRAWS = 200;
    private static final List<String> PAIRS = List.of("peritoneum on day 2,vein on day 2,1,0",
            "primed in peritoneum,naive in peritoneum,2,1", "peritoneum on day 2,peritoneum on day 6,1,3",
            "naive in peritoneum,TSG-6 knock-down in peritoneum,1,4");

    private Ordering() {
    }

    /// A table as comma-separated text: better, than, probability, the same before any evidence, and the median
    /// improvements in standard deviations.
    ///
    /// @param points draws of the posterior, as standard normal numbers of each prior
    public static String table(Calibration calibration, List<double[]> points, int threads)
            throws InterruptedException {
        List<RowDesign> rows = rows(calibration);
        List<double[]> after = improvements(calibration, rows, points, threads);
        List<double[]> before = improvements(calibration, rows, calibration.parameters().fromPrior(PRIOR_DRAWS, 1),
                threads);
        StringBuilder text = new StringBuilder(
                "better,than,probability,probability_before,improvement,improvement_of_other\n");
        for (String pair : PAIRS) {
            String[] cells = pair.split(",", -1);
            int one = Integer.parseInt(cells[2]);
            int other = Integer.parseInt(cells[3]);
            text.append(String.format(Locale.ROOT, "%s,%s,%.2f,%.2f,%.2f,%.2f\n", cells[0], cells[1],
                    share(after, one, other), share(before, one, other), median(after, one), median(after, other)));
        }
        return text.toString();
    }

    private static List<RowDesign> rows(Calibration calibration) {
        List<RowDesign> rows = new ArrayList<>();
        EvidenceTable table = new EvidenceTable(
                List.of(row("MSC naive", "", "IV", "2"), row("MSC naive", "", "IP", "2"),
                        row("MSC primed", "IFN-g", "IP", "2"), row("MSC naive", "", "IP", "6"),
                        row("MSC engineered (loss)", "TSG-6 siRNA", "IP", "2")),
                java.util.Map.of());
        for (EvidenceRow row : table.rows()) {
            try {
                rows.add(calibration.designs().read(row, table));
            } catch (Refusal refusal) {
                throw new IllegalStateException(refusal.reason(), refusal);
            }
        }
        return rows;
    }

    /// The improvement of every row at every point, in standard deviations between animals.
    private static List<double[]> improvements(Calibration calibration, List<RowDesign> rows, List<double[]> points,
            int threads) throws InterruptedException {
        StudyLikelihood features = new StudyLikelihood(calibration.words(), rows);
        List<Draw> draws = points.stream().map(calibration.parameters()::at).toList();
        DrawnCourses drawn = DrawnCourses.simulate(
                new Courses(calibration.library(), Predictor.quantities(calibration.words()), rows), draws, threads,
                _ -> {
                });
        List<double[]> all = new ArrayList<>();
        for (int j = 0; j < drawn.draws().size(); j++) {
            double[] given = features.features(drawn.courses().get(j));
            double[] one = new double[rows.size()];
            for (int k = 0; k < one.length; k++) {
                double overall = given[FEATURES * k + OVERALL];
                one[k] = drawn.draws().get(j).effects().improvement(overall, overall,
                        rows.get(k).contrasts().getFirst().traits());
            }
            all.add(one);
        }
        return all;
    }

    private static double share(List<double[]> found, int one, int other) {
        return found.stream().filter(f -> f[one] > f[other]).count() / (double) found.size();
    }

    private static double median(List<double[]> found, int place) {
        double[] sorted = found.stream().mapToDouble(f -> f[place]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static EvidenceRow row(String product, String preconditioning, String route, String day) {
        return new EvidenceRow(1, "reference", "mouse", "DSS 3% 7 d; readout day 9", "", "colitis + " + product,
                product,
                "", preconditioning, new EvidenceRow.Dose("1e6", "cells/animal"), route, day, OptionalDouble.of(8),
                "DAI",
                "9", OptionalDouble.of(-1), OptionalDouble.empty(), "direction_only", "sign_vs_colitis_control", "seen",
                SourceLocation.of("reference"));
    }
}
