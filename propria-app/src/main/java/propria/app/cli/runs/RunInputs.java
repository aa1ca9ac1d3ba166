package propria.app.cli.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import propria.app.report.data.Manifest;
import propria.formats.hash.Hash;

/// The inputs that a run kept in its folder.
record RunInputs(Path run, Manifest manifest) {

    Path library() {
        Path library = run.resolve("inputs").resolve("library");
        if (!Files.isDirectory(library)) {
            throw VerifyCommand.noInputs(run);
        }
        return library;
    }

    /// The `study.yaml` of the run, wherever it came from.
    Path study() {
        return Stream
                .of(run.resolve("inputs").resolve("study").resolve("study.yaml"),
                        library().resolve("studies").resolve(manifest.study().id()).resolve("study.yaml"))
                .filter(Files::isRegularFile).findFirst().orElseThrow(() -> VerifyCommand.noInputs(run));
    }

    /// Files of the folder that are not as the run left them: inputs, and the summary.
    List<String> altered() {
        library();
        List<String> altered = new ArrayList<>();
        for (Manifest.Input input : manifest.inputs()) {
            Path file = run.resolve("inputs").resolve(input.file());
            if (!Files.isRegularFile(file) || !hash(file).equals(input.sha256())) {
                altered.add("inputs/" + input.file());
            }
        }
        if (!hash(run.resolve("summary.csv")).equals(manifest.summarySha256())) {
            altered.add("summary.csv");
        }
        return altered;
    }

    /// Inputs that are another in a library now.
    List<String> differing(Path library) {
        List<String> other = new ArrayList<>();
        for (Manifest.Input input : manifest.inputs()) {
            if (input.file().startsWith("library/")) {
                Path file = library.resolve(input.file().substring("library/".length()));
                if (!Files.isRegularFile(file) || !hash(file).equals(input.sha256())) {
                    other.add(input.file());
                }
            }
        }
        return other;
    }

    private static String hash(Path file) {
        try {
            return Files.isRegularFile(file) ? Hash.of(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
