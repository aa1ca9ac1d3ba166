package propria.evidence.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import propria.evidence.Integrity;
import propria.evidence.importer.SourceDraft;

/// The `integrity:` block of a source file.
public final class IntegrityBlock {

    private IntegrityBlock() {
    }

    /// The text of a source file with other records of integrity; every other line stays as it is. Comments within the
    /// block go.
    public static String replace(String text, List<Integrity> records) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int first = index(lines, "integrity:", 0);
        if (first < 0) {
            first = index(lines, "claims:", 0) < 0 ? lines.size() : index(lines, "claims:", 0);
        } else {
            lines.remove(first);
            while (first < lines.size() && (lines.get(first).isBlank() || lines.get(first).startsWith(" ")
                    || lines.get(first).startsWith("-"))) {
                lines.remove(first);
            }
        }
        lines.addAll(first, SourceDraft.integrity(records).lines().toList());
        return String.join("\n", lines) + "\n";
    }

    private static int index(List<String> lines, String start, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        return -1;
    }

    /// Writes the records of a change into the file of its source.
    public static void write(Refresh.Change change) throws IOException {
        Path file = Path.of(change.source().definedAt().file());
        Files.writeString(file, replace(Files.readString(file), change.records()));
    }
}
