package propria.app.studio.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import propria.app.report.data.CsvTable;
import propria.study.Study;
import propria.study.library.Library;

/// What published studies like a planned one found in treated arms, beside what was predicted of each by a calibration that had
/// not seen it (`library/calibration/leave-one-study-out.csv`).
public record ForestAnswer(List<Row> rows) {

    public ForestAnswer {
        rows = List.copyOf(rows);
    }

    /// A published value.
    ///
    /// @param id its row in the table
    /// @param low the 5 % quantile of the prediction
    /// @param high the 95 % quantile
    /// @param standing what the table says of its integrity
    public record Row(String id, String study, String citation, String arm, String outcome, String unit, double day,
            double observed, double median, double low, double high, String standing, boolean flagged,
            boolean sameRoute) {
    }

    /// Looks through a library; empty where it has no such table.
    public static ForestAnswer of(Study study, Library library) {
        Map<String, SimilarAnswer.Published> similar = SimilarAnswer.of(study, library).studies().stream()
                .collect(Collectors.toMap(SimilarAnswer.Published::id, Function.identity()));
        try {
            return new ForestAnswer(CsvTable.readIfPresent(
                    library.root().resolve("calibration").resolve("leave-one-study-out.csv")).rows().stream()
                    .filter(r -> r.text("kind").equals("number") && r.text("group").equals("treated"))
                    .flatMap(r -> Optional.ofNullable(similar.get(r.text("study"))).map(p -> row(r, p)).stream())
                    .filter(r -> Double.isFinite(r.observed()) && Double.isFinite(r.low())
                            && Double.isFinite(r.high()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(CsvTable.Row r, SimilarAnswer.Published p) {
        return new Row(r.text("row"), p.id(), p.citation(), r.text("arm"), r.text("outcome"), r.text("unit"),
                r.value("day"), r.value("observed"), r.value("q50"), r.value("q05"), r.value("q95"), p.standing(),
                p.flagged(), p.sameRoute());
    }
}
