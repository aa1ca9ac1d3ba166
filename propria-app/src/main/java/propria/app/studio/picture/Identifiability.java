package propria.app.studio.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.app.report.data.CsvTable;
import propria.study.library.Library;

/// What the calibration learned of each of its parameters: belief before and after, and a word.
///
/// @param why what the parameter is
/// @param gone the part of the variance that the evidence took away
public record Identifiability(String parameter, String why, String stage, double priorLow, double prior,
        double priorHigh, double low, double median, double high, double gone, String verdict) {

    /// All parameters of the calibration of a library; none where it has none.
    public static List<Identifiability> of(Library library) {
        Path folder = library.root().resolve("calibration");
        try {
            Map<String, String> why = new LinkedHashMap<>();
            if (folder.resolve("parameters.tsv").toFile().isFile()) {
                Files.readAllLines(folder.resolve("parameters.tsv")).stream().skip(1)
                        .map(line -> line.split("\t", -1)).filter(cells -> cells.length > 5)
                        .forEach(cells -> why.put(cells[0], cells[5]));
            }
            return CsvTable.readIfPresent(folder.resolve("identifiability.csv")).rows().stream()
                    .map(r -> new Identifiability(r.text("parameter"), why.getOrDefault(r.text("parameter"), ""),
                            r.text("stage"), r.value("prior_q05"), r.value("prior_median"), r.value("prior_q95"),
                            r.value("posterior_q05"), r.value("posterior_median"), r.value("posterior_q95"),
                            r.value("variance_gone"), r.text("verdict")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
