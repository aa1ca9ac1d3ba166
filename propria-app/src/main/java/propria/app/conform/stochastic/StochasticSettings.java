package propria.app.conform.stochastic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import propria.app.conform.CaseSettings;

/// How a stochastic case is to be simulated and judged.
///
/// @param mean the range within which the score of a mean is expected
/// @param deviation the range within which the score of a standard deviation is expected
record StochasticSettings(CaseSettings common, Range mean, Range deviation) {

    /// Numbers strictly between two others.
    record Range(double low, double high) {

        boolean holds(double score) {
            return score > low && score < high;
        }

        /// Reads `(-3, 3)`.
        static Range read(String text) {
            String[] ends = text.strip().replaceAll("[()\\[\\]]", "").split(",");
            return new Range(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
        }
    }

    static StochasticSettings read(Path file) throws IOException {
        Map<String, String> entries = CaseSettings.entries(file);
        return new StochasticSettings(CaseSettings.of(entries),
                Range.read(entries.getOrDefault("meanRange", "(-3, 3)")),
                Range.read(entries.getOrDefault("sdRange", "(-5, 5)")));
    }
}
