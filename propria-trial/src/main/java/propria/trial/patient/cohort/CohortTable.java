package propria.trial.patient.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import propria.trial.patient.PatientSpace;
import propria.trial.score.clinic.VisitRecorder;

/// Cohorts and their match as comma-separated text.
public final class CohortTable {

    private CohortTable() {
    }

    /// The header of [#patients]: draw, patient, traits, readings without noise, readings of one visit.
    public static String header(PatientSpace space) {
        List<String> cells = new ArrayList<>(List.of("draw", "patient"));
        cells.addAll(space.target().traits().keySet());
        space.target().baseline().keySet().forEach(name -> cells.add(name + "_expected"));
        space.target().baseline().keySet().forEach(name -> cells.add(name + "_recorded"));
        space.dimensions().stream().limit(space.target().population().betweenSubjects().size())
                .forEach(id -> cells.add(id + "_normal"));
        return String.join(",", cells) + "\n";
    }

    /// One line a patient.
    public static String patients(PatientSpace space, int draw, Cohort cohort, VisitRecorder recorder) {
        StringBuilder text = new StringBuilder();
        int parameters = space.target().population().betweenSubjects().size();
        for (int p = 0; p < cohort.patients().size(); p++) {
            Candidate person = cohort.patients().get(p);
            List<String> cells = new ArrayList<>(List.of(String.valueOf(draw), String.valueOf(p)));
            space.traits(person.normals()).values().forEach(value -> cells.add(number(value)));
            for (double value : person.readings()) {
                cells.add(number(value));
            }
            for (double value : CohortMatch.recorded(space, draw, p, person, recorder)) {
                cells.add(number(value));
            }
            for (int i = 0; i < parameters; i++) {
                cells.add(number(person.normals()[i]));
            }
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    /// A match as a table, one line a row.
    public static String match(int draw, CohortMatch match) {
        StringBuilder text = new StringBuilder();
        for (CohortMatch.Row row : match.rows()) {
            text.append(draw).append(',').append(row.what()).append(',').append(row.measure()).append(',')
                    .append(number(row.target())).append(',').append(number(row.expected())).append(',')
                    .append(number(row.error())).append(',').append(number(row.recorded())).append('\n');
        }
        return text.toString();
    }

    /// The header of [#match].
    public static String matchHeader() {
        return "draw,reading,measure,target,expected,error,recorded\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
