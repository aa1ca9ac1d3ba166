package propria.app.studio.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import propria.study.Study;
import propria.study.run.PreparedModel;
import propria.study.run.TypicalSubject;

/// Models that were read and compiled, until one of their files changes.
public final class ModelCache {

    private static final int MOST = 4;

    private final Map<Study.Files, Entry> entries = new LinkedHashMap<>();

    private record Entry(List<String> stamp, Held held) {
    }

    /// A model, and the lives before a study that were simulated with it.
    public record Held(PreparedModel model, TypicalSubject.Lives lives) {
    }

    /// The model of a study.
    ///
    /// @throws propria.model.problem.ProblemException when it cannot be read
    public PreparedModel of(Study study) {
        return held(study).model();
    }

    /// The model of a study and what is known of lives before it.
    ///
    /// @throws propria.model.problem.ProblemException when it cannot be read
    public synchronized Held held(Study study) {
        Study.Files files = new Study.Files(study.files().model(), study.files().model(), "",
                study.files().evidence(), List.of());
        List<String> stamp = stamp(files);
        Entry known = entries.get(files);
        if (known != null && known.stamp.equals(stamp)) {
            return known.held;
        }
        Held held = new Held(PreparedModel.read(study.files()), new TypicalSubject.Lives());
        if (entries.size() >= MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(files, new Entry(stamp, held));
        return held;
    }

    private static List<String> stamp(Study.Files files) {
        Path folder = Optional.ofNullable(files.model().toAbsolutePath().getParent()).orElse(Path.of("."));
        return Stream.of(folder, files.evidence()).flatMap(ModelCache::files)
                .map(path -> path + " " + path.toFile().lastModified() + " " + path.toFile().length()).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
