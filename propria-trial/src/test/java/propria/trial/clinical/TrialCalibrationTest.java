package propria.trial.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.inference.score.ScoredRow.Use;
import propria.trial.clinical.calibration.FittedTrials;
import propria.trial.clinical.calibration.FittedTrials.Effort;
import propria.trial.clinical.calibration.PlaceboCheck;
import propria.trial.clinical.calibration.TrialCalibration;
import propria.trial.clinical.calibration.TrialCalibration.Inclusion;
import propria.trial.clinical.forecast.AssumedEffect;
import propria.trial.clinical.forecast.Forecaster;
import propria.trial.clinical.response.ResponsePosterior.Seen;
import propria.trial.clinical.score.OutcomeScores;
import propria.trial.clinical.score.OutcomeTable;
import propria.trial.clinical.score.ScoredOutcome;
import propria.trial.clinical.table.ClinicalTable;

/// The calibration that ships, on its own trials and on others.
class TrialCalibrationTest {

    private static final TrialCalibration CALIBRATION = Tables.shipped();
    private static final Forecaster FORECASTER = CALIBRATION.forecaster(CALIBRATION.shipped().some(60),
            CALIBRATION.fitted());
    private static final List<ScoredOutcome> ROWS = CALIBRATION.validate(CALIBRATION.evidence(), FORECASTER);

    @TempDir
    private Path folder;

    @Test
    void nothing_is_fitted_that_nobody_read_or_somebody_doubts() {
        assertThat(CALIBRATION.fitted()).hasSizeGreaterThan(80)
                .allMatch(seen -> seen.plan().row().isSeen())
                .noneMatch(seen -> CALIBRATION.evidence().trial(seen.plan().row()).isFlagged())
                .noneMatch(seen -> seen.plan().row().trial().startsWith("META_"));
        assertThat(CALIBRATION.fitted()).extracting(seen -> seen.plan().row().trial()).doesNotContain("HU16", "ZHANG18",
                "LAZEBNIK10", "KNYAZEV13_16");
        List<Seen> doubted = TrialCalibration.read(Tables.SHIPPED, Inclusion.FLAGGED_IN).fitted();
        assertThat(doubted).hasSizeGreaterThan(CALIBRATION.fitted().size());
    }

    @Test
    void every_row_is_predicted_or_refused_and_counted() {
        List<ScoredOutcome> rows = ROWS;
        Map<String, Object> scores = OutcomeScores.of(rows);
        assertThat(rows).hasSameSizeAs(CALIBRATION.evidence().rows());
        assertThat((long) scores.get("supported") + (long) scores.get("refused")).isEqualTo(rows.size());
        assertThat(((Map<?, ?>) scores.get("refused_by_reason")).values().stream().mapToInt(n -> (int) n).sum())
                .isEqualTo(((Number) scores.get("refused")).intValue());
        assertThat(rows.stream().filter(ScoredOutcome::isSupported)).isNotEmpty().allMatch(
                row -> java.util.Arrays.stream(AssumedEffect.values())
                        .allMatch(assumed -> Double.isFinite(row.logScore(assumed))));
        assertThat(OutcomeTable.of(rows).lines()).hasSize(rows.size() + 1);
    }

    @Test
    void a_known_trial_under_another_id_is_new_and_predicted_alike() throws IOException {
        for (String table : List.of("trials.csv", "outcomes.csv")) {
            String text = Files.readString(Tables.SHIPPED.resolve("evidence").resolve(table));
            Files.writeString(folder.resolve(table), text.lines()
                    .filter(line -> line.startsWith("trial_id") || line.startsWith("MELMED15"))
                    .map(line -> line.replace("MELMED15", "RENAMED"))
                    .collect(java.util.stream.Collectors.joining("\n", "", "\n")));
        }
        List<ScoredOutcome> known = of(ROWS, "MELMED15");
        List<ScoredOutcome> renamed = of(CALIBRATION.validate(ClinicalTable.read(folder), FORECASTER), "RENAMED");
        assertThat(known).isNotEmpty().allMatch(row -> row.use() == Use.CALIBRATION);
        assertThat(renamed).hasSameSizeAs(known).allMatch(row -> row.use() == Use.HELD_OUT);
        for (int i = 0; i < known.size(); i++) {
            assertThat(renamed.get(i).logScores()).isEqualTo(known.get(i).logScores());
        }
    }

    private static List<ScoredOutcome> of(List<ScoredOutcome> rows, String trial) {
        return rows.stream().filter(row -> row.row().trial().equals(trial)).toList();
    }

    @Test
    void a_control_arm_is_predicted_the_same_whatever_the_effect_is_taken_to_be() {
        List<ScoredOutcome> rows = ROWS;
        assertThat(rows.stream().filter(row -> row.group().equals("control"))).isNotEmpty().allMatch(
                row -> row.logScore(AssumedEffect.NONE) == row.logScore(AssumedEffect.ESTIMATED));
        assertThat(rows.stream().filter(row -> row.group().equals("treated"))).isNotEmpty().allMatch(
                row -> row.logScore(AssumedEffect.NONE) != row.logScore(AssumedEffect.ESTIMATED));
    }

    @Test
    void what_was_seen_does_not_move_a_prediction() throws IOException {
        String trials = Tables.trial("NEW", "3", "RCT", "CD complex perianal fistula", "ASC", "120e6", "local",
                "280; 280", "double");
        String low = Tables.outcome("NEW", "ASC", "280", "", "combined remission", "", "24", "3,1,,,,,,,,,patients");
        String high = Tables.outcome("NEW", "ASC", "280", "", "combined remission", "", "24",
                "270,96,,,,,,,,,patients");
        ScoredOutcome one = CALIBRATION.validate(ClinicalTable.read(Tables.folder(folder, trials, low)), FORECASTER)
                .getFirst();
        ScoredOutcome other = CALIBRATION.validate(ClinicalTable.read(Tables.folder(folder, trials, high)), FORECASTER)
                .getFirst();
        assertThat(one.forecast().orElseThrow().mean()).isEqualTo(other.forecast().orElseThrow().mean());
        assertThat(one.logScores()).isNotEqualTo(other.logScores());
    }

    @Test
    void the_same_seed_gives_the_same_draws_on_any_number_of_threads() {
        List<Seen> few = CALIBRATION.fitted().subList(0, 20);
        FittedTrials one = FittedTrials.of(CALIBRATION.baselines(), CALIBRATION.prior(), few,
                new Effort(2, 12, 8, 16, 1, 7));
        FittedTrials two = FittedTrials.of(CALIBRATION.baselines(), CALIBRATION.prior(), few,
                new Effort(2, 12, 8, 16, 2, 7));
        for (int i = 0; i < one.draws().size(); i++) {
            assertThat(one.draws().points().get(i)).isEqualTo(two.draws().points().get(i));
        }
    }

    @Test
    void simulated_placebo_pools_hold_the_published_ones() {
        List<PlaceboCheck> checks = PlaceboCheck.of(CALIBRATION, CALIBRATION.shipped());
        assertThat(checks.stream().filter(PlaceboCheck::holds).count()).isGreaterThanOrEqualTo(
                checks.size() * 8L / 10);
    }
}
