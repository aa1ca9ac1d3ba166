package propria.evidence.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.evidence.EvidenceLibrary;
import propria.formats.hash.Hash;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// A full-text index of sources and claims: SQLite with FTS5. Letters are compared without case and accents; the last
/// letters of a word may be left out.
public final class EvidenceIndex implements AutoCloseable {

    private static final String VERSION = "1";
    private static final int MOST_WORDS = 32;

    private final Connection database;
    private final boolean rebuilt;

    /// What a search found.
    ///
    /// @param source the key
    /// @param claim the id of the claim; empty when the source itself was found
    /// @param snippet the text around the words, which stand between `[` and `]`
    public record Hit(String source, Optional<String> claim, String snippet) {
    }

    private EvidenceIndex(Connection database, boolean rebuilt) {
        this.database = database;
        this.rebuilt = rebuilt;
    }

    /// Opens the index of a folder of sources; builds it when there is none, when a file has changed, or when what is there
    /// is no index.
    ///
    /// @param library what the folder holds
    /// @param file where it is kept; in memory when nothing can be written there
    public static EvidenceIndex open(EvidenceLibrary library, Path folder, Path file) {
        String stamp = stamp(folder);
        try {
            Files.createDirectories(Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file));
            return open(library, stamp, "jdbc:sqlite:" + file.toAbsolutePath());
        } catch (SQLException | IOException first) {
            try {
                Files.deleteIfExists(file);
                return open(library, stamp, "jdbc:sqlite:" + file.toAbsolutePath());
            } catch (SQLException | IOException second) {
                return inMemory(library, stamp, file);
            }
        }
    }

    private static EvidenceIndex inMemory(EvidenceLibrary library, String stamp, Path file) {
        try {
            return open(library, stamp, "jdbc:sqlite::memory:");
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    private static ProblemException failed(Path file, SQLException e) {
        return new ProblemException(Problem.error("E501", SourceLocation.of(file.toString()),
                "the index of the ledger cannot be used", String.valueOf(e.getMessage()),
                "delete the file; it is built again from library/evidence"));
    }

    private static EvidenceIndex open(EvidenceLibrary library, String stamp, String url) throws SQLException {
        Connection database = DriverManager.getConnection(url);
        try {
            try (Statement statement = database.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 5000");
            }
            boolean fresh = stamp.equals(kept(database));
            if (!fresh) {
                build(database, library, stamp);
            }
            return new EvidenceIndex(database, !fresh);
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private static String kept(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'stamp'")) {
            if (found.getInt(1) == 0) {
                return "";
            }
        }
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("SELECT text FROM stamp")) {
            return found.next() ? String.valueOf(found.getString(1)) : "";
        }
    }

    private static void build(Connection database, EvidenceLibrary library, String stamp) throws SQLException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            for (String table : List.of("stamp", "source", "claim", "words")) {
                statement.execute("DROP TABLE IF EXISTS " + table);
            }
            statement.execute("CREATE TABLE stamp (text TEXT)");
            statement.execute("CREATE TABLE source (key TEXT PRIMARY KEY, title TEXT, citation TEXT, kind TEXT, "
                    + "species TEXT, mark TEXT, status TEXT)");
            statement.execute("CREATE TABLE claim (source TEXT, id TEXT, statement TEXT, value REAL, low REAL, "
                    + "high REAL, unit TEXT, species TEXT, assay TEXT, place TEXT, mark TEXT, "
                    + "PRIMARY KEY (source, id))");
            statement.execute("CREATE VIRTUAL TABLE words USING fts5(source UNINDEXED, claim UNINDEXED, head, body, "
                    + "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')");
        }
        IndexRows.insert(database, library);
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO stamp VALUES (?)")) {
            insert.setString(1, stamp);
            insert.execute();
        }
        database.commit();
        database.setAutoCommit(true);
    }

    /// Whether it was built just now.
    public boolean wasRebuilt() {
        return rebuilt;
    }

    /// What all words of a search occur in, the closest first. Words between quotes stand beside one another; others may be
    /// beginnings of words.
    ///
    /// @param most how many at most
    public List<Hit> search(String text, int most) {
        String query = query(text);
        if (query.isEmpty()) {
            return List.of();
        }
        String sql = "SELECT source, claim, snippet(words, -1, '[', ']', ' … ', 14) FROM words WHERE words MATCH ? "
                + "ORDER BY bm25(words, 1.0, 1.0, 4.0, 1.0), source, claim LIMIT ?";
        try (PreparedStatement select = database.prepareStatement(sql)) {
            select.setString(1, query);
            select.setInt(2, most);
            List<Hit> hits = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    String claim = String.valueOf(found.getString(2));
                    hits.add(new Hit(String.valueOf(found.getString(1)),
                            claim.isEmpty() ? Optional.empty() : Optional.of(claim),
                            String.valueOf(found.getString(3)).replaceAll("\\s+", " ")));
                }
            }
            return hits;
        } catch (SQLException e) {
            throw failed(Path.of("evidence.sqlite"), e);
        }
    }

    /// Every word in quotes of its own, so that nothing in it is taken for an operator.
    private static String query(String text) {
        List<String> parts = new ArrayList<>();
        String[] pieces = text.split("\"", -1);
        for (int i = 0; i < pieces.length; i++) {
            String piece = pieces[i].strip();
            if (i % 2 == 1 && hasLetter(piece)) {
                parts.add('"' + piece + '"');
            } else {
                for (String word : piece.split("\\s+")) {
                    if (hasLetter(word)) {
                        parts.add('"' + word + "\"*");
                    }
                }
            }
        }
        return parts.stream().limit(MOST_WORDS).collect(Collectors.joining(" "));
    }

    private static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /// One hash over the names and contents of all files of a folder.
    static String stamp(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return Hash.of(VERSION + Hash.of(folder, entries.filter(f -> f.toString().endsWith(".yaml")).toList()));
        } catch (IOException e) {
            throw new ProblemException(Problem.error("E001", SourceLocation.of(folder.toString()),
                    "the folder of sources cannot be read", String.valueOf(e.getMessage()),
                    "check the place of the library"));
        }
    }

    /// The keys of all sources, as the index has them.
    public List<String> keys() {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("SELECT key FROM source ORDER BY key")) {
            List<String> keys = new ArrayList<>();
            while (found.next()) {
                keys.add(String.valueOf(found.getString(1)));
            }
            return keys;
        } catch (SQLException e) {
            throw failed(Path.of("evidence.sqlite"), e);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw failed(Path.of("evidence.sqlite"), e);
        }
    }
}
