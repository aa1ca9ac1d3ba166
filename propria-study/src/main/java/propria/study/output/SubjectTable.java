package propria.study.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import propria.study.Endpoint;
import propria.study.Measurement;
import propria.study.Observable;
import propria.study.Study;
import propria.study.summary.Outcomes;

/// Every virtual subject at every visit: the times of endpoints, then those of measurements.
final class SubjectTable {

    static final List<String> COLUMNS = List.of("draw", "subject", "arm", "endpoint", "observable", "time_d", "unit",
            "value");

    /// When somebody looks at an observable.
    private record Visit(String endpoint, Observable observable, double time) {
    }

    /// One row.
    interface Sink {
        void row(int draw, int subject, String arm, String endpoint, Observable observable, double time, double value)
                throws IOException;
    }

    private SubjectTable() {
    }

    static void csv(RunRecord run, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", COLUMNS) + "\n");
            rows(run, (draw, subject, arm, endpoint, observable, time, value) -> out.write(String.join(",",
                    Integer.toString(draw), Integer.toString(subject), Csv.quoted(arm), Csv.quoted(endpoint),
                    Csv.quoted(observable.id()), Csv.number(time), Csv.quoted(observable.unit()), Csv.number(value))
                    + "\n"));
        }
    }

    static void rows(RunRecord run, Sink sink) throws IOException {
        Study study = run.study();
        Outcomes outcomes = run.outcomes();
        List<String> observables = study.observables().stream().map(Observable::id).toList();
        Set<Visit> visits = visits(study);
        for (int draw = 0; draw < outcomes.draws(); draw++) {
            for (int subject = 0; subject < outcomes.subjects(); subject++) {
                for (int arm = 0; arm < outcomes.arms(); arm++) {
                    for (Visit visit : visits) {
                        int observable = observables.indexOf(visit.observable.id());
                        sink.row(draw, subject, study.arms().get(arm).id(), visit.endpoint, visit.observable,
                                visit.time, outcomes.value(draw, subject, arm, observable,
                                        outcomes.timeIndex(visit.time)));
                    }
                }
            }
        }
    }

    private static Set<Visit> visits(Study study) {
        Set<Visit> visits = new LinkedHashSet<>();
        for (Endpoint endpoint : study.endpoints()) {
            visits.add(new Visit(endpoint.id(), endpoint.observable(), endpoint.at()));
        }
        for (Measurement measurement : study.measurements()) {
            visits.add(new Visit("", measurement.observable(), measurement.time()));
        }
        return visits;
    }
}
