package propria.trial.run.table;

import java.util.Map;
import java.util.SortedMap;
import propria.trial.patient.PatientSpace;
import propria.trial.patient.cohort.Cohort;
import propria.trial.patient.cohort.CohortMatch;
import propria.trial.patient.cohort.CohortTable;
import propria.trial.score.clinic.VisitRecorder;

/// How the patients of a run were chosen, where its study asks for a cohort: a row a draw, and how near each draw comes to the
/// published readings.
public final class CohortTables {

    private static final String MATCH = "cohort-match.csv";
    private static final String MADE = "how-patients-were-made.csv";

    private final String method;
    private final VisitRecorder recorder;
    private final TableText made = new TableText("courses", "draw", "method", "patients", "effective", "simulations",
            "failures", "at_bound", "missed");
    private final StringBuilder match = new StringBuilder("courses," + CohortTable.matchHeader());

    /// @param method the word of the method
    /// @param recorder of the visits at baseline
    public CohortTables(String method, VisitRecorder recorder) {
        this.method = method;
        this.recorder = recorder;
    }

    /// Adds the draws of a set of courses. A draw in which nobody was like those patients has zeros.
    public void add(String courses, PatientSpace space, SortedMap<Integer, Cohort> cohorts) {
        int parameters = space.target().population().betweenSubjects().size();
        cohorts.forEach((draw, cohort) -> {
            made.row(courses, draw, method, cohort.patients().size(), cohort.effective(), cohort.simulations(),
                    cohort.failures(), cohort.atBound(parameters), cohort.missed());
            if (cohort.patients().size() > 1) {
                CohortTable.match(draw, CohortMatch.of(space, draw, cohort, recorder)).lines()
                        .forEach(line -> match.append(courses).append(',').append(line).append('\n'));
            }
        });
    }

    /// Both tables, by the name of their file.
    public Map<String, String> files() {
        return Map.of(MADE, made.toString(), MATCH, match.toString());
    }
}
