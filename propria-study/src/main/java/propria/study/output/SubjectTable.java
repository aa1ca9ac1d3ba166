package propria.study.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import propria.study.Arm;
import propria.study.Endpoint;
import propria.study.Measurement;
import propria.study.Observable;
import propria.study.Study;
import propria.study.summary.Outcomes;

/// Every virtual subject at every visit: the times of endpoints, then those of measurements. The columns are named like
/// those of an analysis data set of CDISC (ADaM, basic data structure).
final class SubjectTable {

    /// Name and meaning of each column.
    record Column(String name, String meaning) {
    }

    static final List<Column> COLUMNS = List.of(new Column("STUDYID", "the id of the study"),
            new Column("USUBJID",
                    "STUDYID/DRAW/SUBJID; the same virtual subject in every arm, so that arms are paired"),
            new Column("DRAW", "which draw of the parameters, from 0: what is not known"),
            new Column("SUBJID", "which subject of the draw, from 0: how subjects differ"),
            new Column("TRTA", "the id of the arm"), new Column("TRTAN", "the place of the arm in the study, from 1"),
            new Column("ENDPT", "the endpoint; empty for a visit at which something was measured"),
            new Column("PARAMCD", "the id of the observable"), new Column("PARAM", "its name"),
            new Column("ARELTM", "time of the visit from day 0 of the study"),
            new Column("ARELTMU", "the unit of ARELTM: DAYS"),
            new Column("AVAL", "true value, without assay noise; empty when the subject could not be simulated"),
            new Column("AVALU", "the unit of AVAL"));

    /// When somebody looks at an observable.
    record Visit(String endpoint, Observable observable, double time) {
    }

    /// One row, by places in [#arms] and [#visits].
    interface Sink {
        void row(int draw, int subject, int arm, int visit, double value) throws IOException;
    }

    private final Study study;
    private final Outcomes outcomes;
    private final List<Visit> visits;

    SubjectTable(Study study, Outcomes outcomes) {
        this.study = study;
        this.outcomes = outcomes;
        this.visits = List.copyOf(visits(study));
    }

    Study study() {
        return study;
    }

    List<String> arms() {
        return study.arms().stream().map(Arm::id).toList();
    }

    List<Visit> visits() {
        return visits;
    }

    void csv(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", COLUMNS.stream().map(Column::name).toList()) + "\n");
            rows((draw, subject, arm, place, value) -> {
                Visit visit = visits.get(place);
                out.write(String.join(",", Csv.quoted(study.id()), Csv.quoted(study.id() + "/" + draw + "/" + subject),
                        Integer.toString(draw), Integer.toString(subject), Csv.quoted(study.arms().get(arm).id()),
                        Integer.toString(arm + 1), Csv.quoted(visit.endpoint), Csv.quoted(visit.observable.id()),
                        Csv.quoted(visit.observable.name()), Csv.number(visit.time), "DAYS", Csv.number(value),
                        Csv.quoted(visit.observable.unit())) + "\n");
            });
        }
    }

    /// All rows in the order of draws, subjects, arms and visits.
    void rows(Sink sink) throws IOException {
        List<String> observables = study.observables().stream().map(Observable::id).toList();
        List<Integer> columns = new ArrayList<>();
        for (int arm = 0; arm < outcomes.arms(); arm++) {
            for (Visit visit : visits) {
                columns.add(outcomes.column(arm, observables.indexOf(visit.observable.id()),
                        outcomes.timeIndex(visit.time)));
            }
        }
        if (columns.isEmpty()) {
            return;
        }
        try {
            outcomes.scan(columns.stream().mapToInt(Integer::intValue).toArray(),
                    (draw, first, values) -> group(sink, draw, first, values));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void group(Sink sink, int draw, int first, double[][] values) {
        try {
            for (int i = 0; i < values[0].length; i++) {
                for (int column = 0; column < values.length; column++) {
                    sink.row(draw, first + i, column / visits.size(), column % visits.size(), values[column][i]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
