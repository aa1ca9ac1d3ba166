package propria.app.cli.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where two tables part.
final class FirstDifference {

    private FirstDifference() {
    }

    /// The first cell that differs, in words; empty when the tables are the same to the last byte.
    static Optional<String> of(Path kept, Path repeated, String name) throws IOException {
        List<String> a = Files.isRegularFile(kept) ? Files.readAllLines(kept) : List.of();
        List<String> b = Files.readAllLines(repeated);
        for (int line = 0; line < Math.min(a.size(), b.size()); line++) {
            if (!a.get(line).equals(b.get(line))) {
                return Optional.of(name + " line " + (line + 1) + ": " + cell(a, b, line));
            }
        }
        return a.size() == b.size()
                ? Optional.empty()
                : Optional.of(name + " has " + a.size() + " lines, repeated " + b.size());
    }

    private static String cell(List<String> a, List<String> b, int line) {
        String[] header = a.getFirst().split(",", -1);
        String[] kept = a.get(line).split(",", -1);
        String[] repeated = b.get(line).split(",", -1);
        for (int i = 0; i < Math.min(kept.length, repeated.length); i++) {
            if (!kept[i].equals(repeated[i])) {
                return (i < header.length ? header[i] : "column " + (i + 1)) + " of "
                        + String.join(" ", List.of(kept).subList(0, Math.min(3, kept.length))) + " is " + kept[i]
                        + ", repeated " + repeated[i];
            }
        }
        return "kept " + a.get(line) + ", repeated " + b.get(line);
    }
}
