package propria.inference.calibration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import propria.inference.design.ArmDesign;
import propria.inference.design.Courses;
import propria.inference.design.Refusal;
import propria.inference.design.RowDesign;
import propria.inference.prediction.Draw;
import propria.inference.prediction.Predictor;
import propria.inference.score.ScoredRow;
import propria.inference.table.EvidenceRow;
import propria.inference.table.EvidenceTable;

/// Predicts every row of a table of evidence and scores it.
public final class Validation {

    private static final String NOT_SIMULATED = "the model could not be simulated under this design";

    private Validation() {
    }

    /// Predicts a table. Of its rows the design alone is used, never what was measured in any of them.
    ///
    /// @param progress hears how many draws are done
    /// @return a scored row for each row, in order
    public static List<ScoredRow> of(EvidenceTable table, Calibration calibration, int threads, IntConsumer progress)
            throws InterruptedException {
        Map<EvidenceRow, RowDesign> designs = new LinkedHashMap<>();
        Map<EvidenceRow, String> refusals = new LinkedHashMap<>();
        for (EvidenceRow row : table.rows()) {
            try {
                designs.put(row, calibration.designs().read(row, table));
            } catch (Refusal refusal) {
                refusals.put(row, refusal.reason());
            }
        }
        Optional<List<String>> learned = calibration.learned();
        List<RowDesign> all = new ArrayList<>(designs.values());
        if (learned.isEmpty()) {
            all.addAll(calibration.fitted());
        }
        List<Draw> draws = calibration.draws();
        Courses courses = new Courses(calibration.library(), Predictor.quantities(calibration.words()), all);
        Set<ArmDesign> failed = new HashSet<>();
        DrawnCourses ensemble = DrawnCourses.simulateSome(courses, draws, threads, failed, progress);
        designs.values().removeIf(design -> isTouched(design, failed));
        Predictor predictor = new Predictor(calibration.words(), ensemble.courses(), ensemble.draws());
        Predictor.Trained trained = learned.map(predictor::trained)
                .orElseGet(() -> predictor.train(
                        calibration.fitted().stream().filter(design -> !isTouched(design, failed)).toList(),
                        Optional.empty()));
        List<ScoredRow> scored = new ArrayList<>();
        for (EvidenceRow row : table.rows()) {
            RowDesign design = designs.get(row);
            scored.add(design == null
                    ? ScoredRow.refused(row, calibration.use(row), refusals.getOrDefault(row, NOT_SIMULATED))
                    : ScoredRow.of(design, calibration.use(row), trained));
        }
        return scored;
    }

    private static boolean isTouched(RowDesign design, Set<ArmDesign> failed) {
        return design.contrasts().stream().anyMatch(c -> failed.contains(c.arm()) || failed.contains(c.comparator())
                || failed.contains(c.arm().untreated()) || failed.contains(c.arm().healthy()));
    }
}
