package propria.app.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How a case is to be simulated and compared.
///
/// @param absolute the tolerance that holds at zero
/// @param relative the tolerance that grows with the expected value
/// @param amount the species reported as amounts
/// @param concentration the species reported as concentrations
public record CaseSettings(double start, double duration, int steps, List<String> variables, double absolute,
        double relative, List<String> amount, List<String> concentration) {

    public static CaseSettings read(Path file) throws IOException {
        return of(entries(file));
    }

    /// What stands behind each key of a settings file.
    public static Map<String, String> entries(Path file) throws IOException {
        Map<String, String> entries = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                entries.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            }
        }
        return entries;
    }

    public static CaseSettings of(Map<String, String> entries) {
        return new CaseSettings(number(entries, "start"), number(entries, "duration"),
                (int) number(entries, "steps"), list(entries, "variables"), number(entries, "absolute"),
                number(entries, "relative"), list(entries, "amount"), list(entries, "concentration"));
    }

    private static double number(Map<String, String> entries, String key) {
        String text = entries.getOrDefault(key, "");
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private static List<String> list(Map<String, String> entries, String key) {
        return Arrays.stream(entries.getOrDefault(key, "").split(",")).map(String::strip)
                .filter(name -> !name.isEmpty()).toList();
    }

    /// The times of the rows.
    public List<Double> times() {
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> i == steps ? start + duration : start + duration * i / steps).toList();
    }

    /// Whether a number is near enough to the expected one.
    public boolean accepts(double expected, double actual) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            return Double.compare(expected, actual) == 0;
        }
        return Math.abs(actual - expected) <= absolute + relative * Math.abs(expected);
    }
}
