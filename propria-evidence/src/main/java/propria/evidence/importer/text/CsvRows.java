package propria.evidence.importer.text;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Reads a table row by row: RFC 4180 with any separator. Holds one row at a time.
public final class CsvRows implements AutoCloseable {

    /// A row this long is a quote that nobody closed.
    private static final int LONGEST_ROW = 1_000_000;

    private final Reader in;
    private final TextFile file;
    private final char separator;
    private int line = 1;
    private int start = 1;
    private int ahead;

    /// @param separator between cells, such as `,` or a tab
    public CsvRows(TextFile file, char separator) {
        this.file = file;
        this.separator = separator;
        try {
            this.in = file.open();
            this.ahead = in.read();
        } catch (IOException e) {
            throw TextFile.unreadable(file.path(), e);
        }
    }

    /// The next row that is not empty.
    ///
    /// @throws ProblemException E203 when the file ends within quotes, E204 when a row is too long to be one
    public Optional<List<String>> next() {
        try {
            while (ahead >= 0) {
                start = line;
                List<String> row = row();
                if (row.size() > 1 || !row.getFirst().isEmpty()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw TextFile.unreadable(file.path(), e);
        }
    }

    private List<String> row() throws IOException {
        List<String> cells = new ArrayList<>();
        int size = 0;
        while (true) {
            String cell = ahead == '"' ? quoted() : plain();
            cells.add(cell);
            size += cell.length();
            if (size > LONGEST_ROW) {
                throw tooLong();
            }
            if (ahead != separator) {
                break;
            }
            advance();
        }
        if (ahead == '\r') {
            advance();
        }
        if (ahead == '\n') {
            advance();
        }
        return cells;
    }

    private String plain() throws IOException {
        StringBuilder cell = new StringBuilder();
        while (ahead >= 0 && ahead != separator && ahead != '\n' && ahead != '\r') {
            cell.append((char) ahead);
            advance();
        }
        return cell.toString();
    }

    private String quoted() throws IOException {
        StringBuilder cell = new StringBuilder();
        advance();
        while (true) {
            if (ahead < 0) {
                throw TextFile.endsEarly(place(), "quotes that this row opens");
            }
            if (ahead == '"') {
                advance();
                if (ahead != '"') {
                    return cell.append(plain()).toString();
                }
            }
            cell.append((char) ahead);
            if (cell.length() > LONGEST_ROW) {
                throw tooLong();
            }
            advance();
        }
    }

    private void advance() throws IOException {
        if (ahead == '\n') {
            line++;
        }
        ahead = in.read();
    }

    private ProblemException tooLong() {
        return new ProblemException(Problem.error("E204", place(), "this row is longer than any row of a table",
                "more than " + LONGEST_ROW + " characters", "look for a quote that is not closed"));
    }

    /// Where the row that was read last begins.
    public SourceLocation place() {
        return file.at(start, 1);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw TextFile.unreadable(file.path(), e);
        }
    }
}
