package propria.app.studio.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.formats.hash.Hash;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The plan of a study that was frozen before it is run: `protocol/log.tsv` beside the study file says when it was frozen and
/// when it was set free, and `protocol/NUMBER.yaml` is the plan. Nothing in the folder is ever written again.
public final class Protocol {

    private static final String LOG = "log.tsv";

    private final Path folder;

    /// @param study the folder of the study
    public Protocol(Path study) {
        this.folder = study.resolve("protocol");
    }

    /// A line of the log.
    ///
    /// @param frozen whether the plan was frozen; else it was set free
    /// @param note what was known when it was frozen, or why it was set free
    public record Entry(String at, boolean frozen, String sha256, String note) {
    }

    /// The plan as it stands.
    ///
    /// @param frozen whether it is frozen now
    /// @param all what happened, the oldest first
    public record State(boolean frozen, List<Entry> all) {
        public State {
            all = List.copyOf(all);
        }

        /// The freeze that holds.
        public Optional<Entry> holding() {
            return frozen ? Optional.of(all.getLast()) : Optional.empty();
        }
    }

    /// How it stands.
    public synchronized State state() {
        List<Entry> all = entries();
        return new State(!all.isEmpty() && all.getLast().frozen(), all);
    }

    /// Freezes a plan.
    ///
    /// @param text of the study file
    /// @param note what is known already
    public synchronized State freeze(String text, String note) {
        if (!state().frozen()) {
            Workspace.write(folder.resolve(entries().size() + 1 + ".yaml"), text);
            append(new Entry(now(), true, Hash.of(text), note));
        }
        return state();
    }

    /// Sets it free, which the log keeps.
    public synchronized State release(String reason) {
        state().holding().ifPresent(e -> append(new Entry(now(), false, e.sha256(), reason)));
        return state();
    }

    /// The text of the plan that holds.
    public synchronized Optional<String> text() {
        int number = entries().size();
        return state().frozen() ? Optional.of(read(folder.resolve(number + ".yaml"))) : Optional.empty();
    }

    /// Refuses a change while the plan is frozen.
    ///
    /// @throws ProblemException U508
    public void refuseChange() {
        state().holding().ifPresent(e -> {
            throw new ProblemException(Problem.error("U508", "the plan is frozen",
                    "it was frozen at " + e.at() + " with the hash " + e.sha256().substring(0, 12),
                    "set it free on the Trial or Results page, which is written down, or fork the study"));
        });
    }

    /// What a run of a text would deviate in from the plan that holds; a line a line.
    public List<String> deviations(String text) {
        return text().map(plan -> differing(plan.lines().toList(), text.lines().toList())).orElse(List.of());
    }

    /// Lines that differ between two texts, by their longest common subsequence.
    static List<String> differing(List<String> plan, List<String> run) {
        int[][] same = new int[plan.size() + 1][run.size() + 1];
        for (int i = plan.size() - 1; i >= 0; i--) {
            for (int j = run.size() - 1; j >= 0; j--) {
                same[i][j] = plan.get(i).equals(run.get(j))
                        ? same[i + 1][j + 1] + 1
                        : StrictMath.max(same[i + 1][j], same[i][j + 1]);
            }
        }
        List<String> found = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < plan.size() || j < run.size()) {
            if (i < plan.size() && j < run.size() && plan.get(i).equals(run.get(j))) {
                i++;
                j++;
            } else if (j >= run.size() || i < plan.size() && same[i + 1][j] >= same[i][j + 1]) {
                found.add("planned, line " + (i + 1) + ": " + plan.get(i++).strip());
            } else {
                found.add("run, line " + (j + 1) + ": " + run.get(j++).strip());
            }
        }
        return found;
    }

    /// The present moment to the second, ISO 8601.
    public static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private List<Entry> entries() {
        Path log = folder.resolve(LOG);
        if (!Files.isRegularFile(log)) {
            return List.of();
        }
        return read(log).lines().map(line -> line.split("\t", 4))
                .map(f -> new Entry(f[0], f[1].equals("frozen"), f[2], f[3])).toList();
    }

    private void append(Entry entry) {
        String before = Files.isRegularFile(folder.resolve(LOG)) ? read(folder.resolve(LOG)) : "";
        Workspace.write(folder.resolve(LOG), before + entry.at() + "\t" + (entry.frozen() ? "frozen" : "free") + "\t"
                + entry.sha256() + "\t" + entry.note().replaceAll("\\s+", " ").strip() + "\n");
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
