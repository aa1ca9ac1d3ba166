package propria.trial.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// How much whole trials differ beyond chance: column `tau_trial` of the posterior of the statistical layer
/// (`calibration/clinical/posterior.csv`), the standard deviation on the logit scale of a trial's deviation from the baseline of its
/// indication.
final class SpreadFile {

    static final String COLUMN = "tau_trial";

    private SpreadFile() {
    }

    /// Its draws; none where the library has no such posterior.
    static double[] read(Path library) {
        Path file = library.resolve("calibration/clinical/posterior.csv");
        if (!Files.exists(file)) {
            return new double[0];
        }
        try {
            List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
            int at = lines.isEmpty() ? -1 : Arrays.asList(lines.getFirst().split(",", -1)).indexOf(COLUMN);
            return at < 0
                    ? new double[0]
                    : lines.stream().skip(1).mapToDouble(line -> Double.parseDouble(line.split(",", -1)[at])).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
