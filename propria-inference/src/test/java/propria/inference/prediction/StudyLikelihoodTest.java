package propria.inference.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.DrawnCourses;
import propria.inference.design.Courses;
import propria.inference.design.RowDesign;
import propria.inference.table.EvidenceTable;
import propria.study.library.Library;

class StudyLikelihoodTest {

    private static final Path LIBRARY = Path.of(System.getProperty("propria.root", ".."), "library");
    private static final Calibration CALIBRATION = Calibration.read(Library.read(LIBRARY));

    private static List<RowDesign> rows(String outcome) {
        return CALIBRATION.fitted().stream().filter(row -> row.row().study().equals("dss_slc39a8")
                && row.row().outcome().equals(outcome) && row.row().arm().equals("DSS_WT")).toList();
    }

    private double likelihood(double[] levels) {
        return new StudyLikelihood(CALIBRATION.words(), rows("body_weight_pct")).logLikelihoods(levels,
                CALIBRATION.draws().getFirst().effects())[0];
    }

    @Test
    void a_weight_that_the_model_misses_late_is_no_miss_of_the_first_day() {
        double[] seen = rows("body_weight_pct").stream().mapToDouble(row -> row.row().mean().orElseThrow()).toArray();
        double[] late = seen.clone();
        late[late.length - 1] += 3;
        assertThat(likelihood(seen) - likelihood(late)).isBetween(0.01, 0.5);
    }

    @Test
    void what_a_series_without_an_anchor_has_in_common_says_nothing() {
        double[] seen = rows("body_weight_pct").stream().mapToDouble(row -> row.row().mean().orElseThrow()).toArray();
        double[] shifted = java.util.Arrays.stream(seen).map(x -> x + 7).toArray();
        assertThat(likelihood(shifted)).isCloseTo(likelihood(seen), within(1e-9));
    }

    @Test
    void directions_by_the_quick_way_have_the_probabilities_of_the_slow_one() {
        RowDesign row = CALIBRATION.fitted().stream()
                .filter(r -> r.row().isDirection() && r.group() == RowDesign.Group.TREATED && r.contrasts().size() == 1)
                .findFirst().orElseThrow();
        EffectModel drawn = CALIBRATION.draws().getFirst().effects();
        EffectModel alone = new EffectModel(drawn.gain(), drawn.own(), 0, drawn.rowSd(), drawn.nullReported(),
                drawn.factors());
        double[] features = {0.7, 0.4, 0, 0};
        double z = new RowLevels(0, 0, 0, 0.7, 0.4, 0, 0).improvement(row, row.contrasts().getFirst(), alone);
        SimulatedRow simulated = new SimulatedRow(row, Measure.of(row, CALIBRATION.words()), List.of(), List.of(), 0);
        double[] p = Ordinal.reported(
                Ordinal.probabilities(z, simulated.n(), alone.rowSd() * alone.rowSd()), alone.nullReported());
        double observed = row.row().mean().orElseThrow() * simulated.sign();
        assertThat(new StudyLikelihood(CALIBRATION.words(), List.of(row)).logLikelihoods(features, alone)[0])
                .isCloseTo(Math.log(p[observed > 0 ? 0 : observed < 0 ? 2 : 1]), within(1e-8));
    }

    @Test
    void a_change_of_weight_says_what_the_weight_says(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("series.csv"), """
                dataset,arm,day,variable,unit,mean,sd,n,median
                dss_new,DSS,7,body weight,% of day 0,88,4,8,88
                dss_new,DSS,7,body weight change,%,-12,4,8,-12
                """);
        EvidenceTable table = EvidenceTable.timeCourses(folder.resolve("series.csv"));
        RowDesign level = CALIBRATION.designs().read(table.rows().getFirst(), table);
        RowDesign change = CALIBRATION.designs().read(table.rows().getLast(), table);
        EffectModel effects = CALIBRATION.draws().getFirst().effects();
        for (double at : new double[]{80, 88, 97}) {
            assertThat(of(change, at, effects)).isCloseTo(of(level, at, effects), within(1e-12));
        }
        List<Double> weights = predicted(level);
        List<Double> changes = predicted(change);
        assertThat(weights).isNotEmpty();
        for (int i = 0; i < weights.size(); i++) {
            assertThat(changes.get(i)).isCloseTo(weights.get(i) - 100, within(1e-6));
        }
    }

    private static double of(RowDesign row, double level, EffectModel effects) {
        return new StudyLikelihood(CALIBRATION.words(), List.of(row)).logLikelihoods(new double[]{level}, effects)[0];
    }

    private static List<Double> predicted(RowDesign row) throws Exception {
        List<Draw> draws = CALIBRATION.draws().subList(0, 1);
        Courses courses = new Courses(CALIBRATION.library(), Predictor.quantities(CALIBRATION.words()), List.of(row));
        DrawnCourses ensemble = DrawnCourses.simulateSome(courses, draws, 1, new HashSet<>(), _ -> {
        });
        RowPrediction prediction = new Predictor(CALIBRATION.words(), ensemble.courses(), ensemble.draws())
                .trained(CALIBRATION.learned().orElseThrow()).predict(row, Rival.MODEL);
        return prediction instanceof RowPrediction.Value(var distribution)
                ? List.of(distribution.mean(), distribution.quantile(0.05), distribution.quantile(0.95))
                : List.of();
    }
}
