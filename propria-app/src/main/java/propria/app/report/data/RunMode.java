package propria.app.report.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Whether a run was free play or the carrying out of a plan that was frozen before (`mode.json` in its folder).
///
/// @param confirmatory whether a plan was frozen when the run began
/// @param planSha256 of the study file that was frozen; empty for an exploratory run
/// @param frozenAt when, ISO 8601; empty for an exploratory run
/// @param startedAt when the run began, ISO 8601
/// @param deviations what differs from the frozen plan, and what was known before it was frozen
public record RunMode(boolean confirmatory, String planSha256, String frozenAt, String startedAt,
        List<String> deviations) {

    /// The name of the file.
    public static final String FILE = "mode.json";

    public RunMode {
        deviations = List.copyOf(deviations);
    }

    /// The mode of a run; empty when it was not said, as on the command line.
    public static Optional<RunMode> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
            return Optional.of(new RunMode(root.path("mode").asString("").equals("confirmatory"),
                    root.path("plan_sha256").asString(""), root.path("frozen_at").asString(""),
                    root.path("started_at").asString(""),
                    root.path("deviations").valueStream().map(n -> n.asString("")).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes it into the folder of a run.
    public void write(Path folder) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("mode", confirmatory ? "confirmatory" : "exploratory");
        root.put("plan_sha256", planSha256);
        root.put("frozen_at", frozenAt);
        root.put("started_at", startedAt);
        root.put("deviations", deviations);
        try {
            Files.writeString(folder.resolve(FILE), JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
                    .build().writeValueAsString(root) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For a reader of page one.
    public String sentence() {
        if (!confirmatory) {
            return "Exploratory: no plan was frozen before this run.";
        }
        return "Confirmatory: the plan " + planSha256.substring(0, Math.min(12, planSha256.length()))
                + " was frozen at " + frozenAt + ", before the run began at " + startedAt + ". "
                + (deviations.isEmpty()
                        ? "Nothing deviates from it."
                        : "Deviations: " + String.join("; ", deviations) + ".");
    }
}
