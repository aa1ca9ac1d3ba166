package propria.app.cli.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What every error code means. Each module lists its own in `propria/<module>/problems.tsv`; one that is not on
/// the class path lists none.
public final class ProblemCatalogue {

    private static final List<String> MODULES = List.of("model", "formats", "engine", "evidence", "study", "inference",
            "trial", "app", "bench");

    private ProblemCatalogue() {
    }

    /// A code and its meaning.
    public record Entry(String code, String title, String explanation, String remedy) {
    }

    /// All codes of all modules, in order.
    public static Map<String, Entry> read() {
        Map<String, Entry> entries = new TreeMap<>();
        for (String module : MODULES) {
            for (String line : table(module).lines().skip(1).toList()) {
                String[] fields = line.split("\t", -1);
                if (fields.length >= 4) {
                    entries.put(fields[0], new Entry(fields[0], fields[1], fields[2], fields[3]));
                }
            }
        }
        return entries;
    }

    private static String table(String module) {
        String name = "propria/" + module + "/problems.tsv";
        try (InputStream stream = ProblemCatalogue.class.getClassLoader().getResourceAsStream(name)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
