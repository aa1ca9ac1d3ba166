package propria.model.problem;

/// A place in a text file, as an editor shows it.
///
/// @param file the name of the file as the user gave it
/// @param line the line, from 1; 0 where only the file is known
/// @param column the column, from 1; 0 where only the line is known
public record SourceLocation(String file, int line, int column) implements Comparable<SourceLocation> {

    /// A place of which only the file is known.
    public static SourceLocation of(String file) {
        return new SourceLocation(file, 0, 0);
    }

    @Override
    public int compareTo(SourceLocation other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
