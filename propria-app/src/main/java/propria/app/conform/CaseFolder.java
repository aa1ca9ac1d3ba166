package propria.app.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder of one case: settings, a model in one or several levels of SBML, expected results.
///
/// @param path the folder, named as its files begin
/// @param level the level and version to take, such as `l2v4`; empty for the newest
public record CaseFolder(Path path, Optional<String> level) {

    /// How a level and version are written in the names of files.
    public static final Pattern LEVEL = Pattern.compile("l\\dv\\d");

    /// The word for every level that a folder has.
    public static final String EVERY_LEVEL = "all";

    private static final Pattern MODEL = Pattern.compile(".*-sbml-(" + LEVEL.pattern() + ")\\.xml");

    /// The cases in a folder, in the order of their names, each in its newest level.
    public static List<CaseFolder> in(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().map(path -> new CaseFolder(path, Optional.empty()))
                    .filter(one -> Files.isRegularFile(one.settings())).toList();
        }
    }

    /// The cases that have a level.
    ///
    /// @param level such as `l2v4`, or [#EVERY_LEVEL] for each case as often as it has levels
    public static List<CaseFolder> in(Path folder, String level) throws IOException {
        Stream.Builder<CaseFolder> cases = Stream.builder();
        for (CaseFolder one : in(folder)) {
            one.levels().stream().filter(found -> level.equals(EVERY_LEVEL) || level.equals(found))
                    .forEach(found -> cases.add(new CaseFolder(one.path, Optional.of(found))));
        }
        return cases.build().toList();
    }

    /// The name of the case.
    public String id() {
        return path.getFileName().toString();
    }

    /// The name of the case, with the level where one was asked for.
    public String label() {
        return level.map(asked -> id() + "-" + asked).orElseGet(this::id);
    }

    public Path settings() {
        return path.resolve(id() + "-settings.txt");
    }

    public Path results() {
        return path.resolve(id() + "-results.csv");
    }

    /// What the suite says of the case: its tags and what it tests. Not every case has it.
    public Path header() {
        return path.resolve(id() + "-model.m");
    }

    /// The levels that the folder has, oldest first.
    public List<String> levels() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> MODEL.matcher(file.getFileName().toString())).filter(Matcher::matches)
                    .filter(found -> found.group().startsWith(id() + "-sbml-")).map(found -> found.group(1)).distinct()
                    .sorted().toList();
        }
    }

    /// The model in the level asked for, else in the newest.
    public Path model() throws IOException {
        String chosen = level.or(this::newest)
                .orElseThrow(() -> new IOException("the folder has no model of its name"));
        return path.resolve(id() + "-sbml-" + chosen + ".xml");
    }

    private Optional<String> newest() {
        try {
            return levels().stream().max(Comparator.naturalOrder());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
