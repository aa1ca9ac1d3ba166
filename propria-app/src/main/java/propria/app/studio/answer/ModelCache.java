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

/// Models that were read and compiled, until one of their files changes.
public final class ModelCache {

    private static final int MOST = 4;

    private final Map<Study.Files, Entry> entries = new LinkedHashMap<>();

    private record Entry(List<String> stamp, PreparedModel model) {
    }

    /// The model of a study.
    ///
    /// @throws propria.model.problem.ProblemException when it cannot be read
    public synchronized PreparedModel of(Study study) {
        Study.Files files = new Study.Files(study.files().model(), study.files().model(), "",
                study.files().evidence(), List.of());
        List<String> stamp = stamp(files);
        Entry known = entries.get(files);
        if (known != null && known.stamp.equals(stamp)) {
            return known.model;
        }
        PreparedModel model = PreparedModel.read(study.files());
        if (entries.size() >= MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(files, new Entry(stamp, model));
        return model;
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
