package propria.app.studio.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Every version of a study file that there ever was. A version knows which one it was made from, so that undoing and then
/// writing something else loses nothing: undo goes to the parent, redo to the youngest child.
public final class Versions {

    private static final String LOG = "log.tsv";

    private final Path file;
    private final Path history;

    /// @param file the study file
    /// @param history the folder that keeps its versions
    public Versions(Path file, Path history) {
        this.file = file;
        this.history = history;
    }

    /// A version.
    ///
    /// @param number from 1
    /// @param parent the version it was made from; 0 for the first
    /// @param note what was changed
    public record Version(int number, int parent, String note) {
    }

    /// Where a study stands.
    ///
    /// @param text the study file
    /// @param at the number of its version
    /// @param undo whether there is a version before
    /// @param redo whether there is a version after
    public record State(String text, int at, boolean undo, boolean redo, List<Version> all) {
        public State {
            all = List.copyOf(all);
        }
    }

    /// Where the study stands. A file that another program has changed is kept as a version of its own.
    public synchronized State state() {
        String text = read(file);
        Log log = log();
        if (log.at == 0 || !read(textOf(log.at)).equals(text)) {
            log = append(log, text, log.at == 0 ? "as it came" : "changed outside the studio");
        }
        return state(log, text);
    }

    /// Saves a new text.
    ///
    /// @param base the version that it was made from
    /// @throws ProblemException U503 when the study has moved on since, U504 when it is too large
    public synchronized State save(String text, int base, String note) {
        return save(text, base, note, false);
    }

    /// The same, maybe as one more step of the movement that made `base`: undo then leads to before the whole movement, though
    /// every step is kept.
    public synchronized State save(String text, int base, String note, boolean continues) {
        State now = state();
        if (base != now.at()) {
            throw new ProblemException(Problem.error("U503", "the study was changed elsewhere",
                    "this change was made from version " + base + ", the study is at version " + now.at(),
                    "the page shows the present version; make the change again"));
        }
        if (text.length() > Workspace.MOST_BYTES) {
            throw new ProblemException(Problem.error("U504", "the study file is too large",
                    "it has " + text.length() + " characters, at most " + Workspace.MOST_BYTES, "make it shorter"));
        }
        if (text.equals(now.text())) {
            return now;
        }
        Log before = log();
        int from = continues ? parent(before.all, base).filter(p -> p > 0).orElse(base) : base;
        Log log = append(new Log(before.all, from), text, note);
        Workspace.write(file, text);
        return state(log, text);
    }

    /// Goes back to the version before, where there is one.
    public synchronized State undo() {
        State now = state();
        return parent(now.all(), now.at()).filter(p -> p > 0).map(p -> go(log(), p)).orElse(now);
    }

    /// Goes on to the version after, where there is one.
    public synchronized State redo() {
        State now = state();
        return child(now.all(), now.at()).map(c -> go(log(), c)).orElse(now);
    }

    private State go(Log log, int number) {
        String text = read(textOf(number));
        Log moved = new Log(log.all, number);
        write(moved);
        Workspace.write(file, text);
        return state(moved, text);
    }

    private static State state(Log log, String text) {
        return new State(text, log.at, parent(log.all, log.at).orElse(0) > 0, child(log.all, log.at).isPresent(),
                log.all);
    }

    private static Optional<Integer> parent(List<Version> all, int number) {
        return all.stream().filter(v -> v.number() == number).map(Version::parent).findFirst();
    }

    private static Optional<Integer> child(List<Version> all, int number) {
        return all.stream().filter(v -> v.parent() == number).map(Version::number).max(Comparator.naturalOrder());
    }

    private record Log(List<Version> all, int at) {
    }

    private Log append(Log log, String text, String note) {
        int number = log.all.size() + 1;
        Workspace.write(textOf(number), text);
        List<Version> all = new ArrayList<>(log.all);
        all.add(new Version(number, log.at, note.replaceAll("\\s+", " ").strip()));
        Log longer = new Log(all, number);
        write(longer);
        return longer;
    }

    private void write(Log log) {
        StringBuilder lines = new StringBuilder("at\t" + log.at + "\n");
        log.all.forEach(v -> lines.append(v.number()).append('\t').append(v.parent()).append('\t').append(v.note())
                .append('\n'));
        Workspace.write(history.resolve(LOG), lines.toString());
    }

    private Log log() {
        Path path = history.resolve(LOG);
        if (!Files.isRegularFile(path)) {
            return new Log(List.of(), 0);
        }
        List<String> lines = read(path).lines().toList();
        int at = Integer.parseInt(lines.getFirst().substring("at\t".length()));
        List<Version> all = lines.stream().skip(1).map(line -> line.split("\t", 3))
                .map(f -> new Version(Integer.parseInt(f[0]), Integer.parseInt(f[1]), f[2])).toList();
        return new Log(all, at);
    }

    private Path textOf(int number) {
        return history.resolve(number + ".yaml");
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
