package propria.study.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// How one parameter of the gut model goes from mouse to human: a line of `library/translation.tsv`.
///
/// @param parameter its id in the model
/// @param how what was done
/// @param rule by which rule, or for which reason
/// @param source the claim that the rule rests on; assumed without one
public record Translation(String parameter, How how, String rule, Optional<String> source) {

    private static final String FILE = "translation.tsv";
    private static final String HEADER = "parameter\thow\trule\tsource";
    private static final int CELLS = 4;

    /// What is done with a value of the mouse.
    public enum How {
        /// The same value, for a reason.
        KEPT,
        /// Another value, by a rule of scaling.
        SCALED,
        /// Another value, chosen for people.
        RE_ESTIMATED,
        /// The same value, for want of any other.
        UNKNOWN
    }

    /// Reads the table of a library; empty when there is none.
    ///
    /// @return by id of the model
    /// @throws ProblemException L020 for a line that cannot be read
    public static SequencedMap<String, Translation> read(Path library) {
        SequencedMap<String, Translation> rows = new LinkedHashMap<>();
        Path file = library.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return rows;
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw wrong(0, String.valueOf(e.getMessage()));
        }
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw wrong(1, "the header must be: " + HEADER.replace('\t', ' '));
        }
        for (int i = 1; i < lines.size(); i++) {
            Translation row = row(lines.get(i), i + 1);
            if (rows.put(row.parameter(), row) != null) {
                throw wrong(i + 1, "`" + row.parameter() + "` has two lines");
            }
        }
        return Collections.unmodifiableSequencedMap(rows);
    }

    private static Translation row(String line, int number) {
        String[] cells = line.split("\t", -1);
        if (cells.length != CELLS) {
            throw wrong(number, cells.length + " cells, not " + CELLS);
        }
        for (How how : How.values()) {
            if (how.name().equals(cells[1].toUpperCase(Locale.ROOT))) {
                return new Translation(cells[0].replace(".", "__"), how, cells[2],
                        Optional.of(cells[3]).filter(s -> !s.isEmpty()));
            }
        }
        throw wrong(number, "`" + cells[1] + "` is none of kept, scaled, re_estimated and unknown");
    }

    private static ProblemException wrong(int line, String why) {
        return new ProblemException(Problem.error("L020", new SourceLocation("library/" + FILE, line, 0),
                "the table of translations cannot be read", why, "correct the line"));
    }
}
