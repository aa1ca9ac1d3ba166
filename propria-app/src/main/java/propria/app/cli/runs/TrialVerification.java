package propria.app.cli.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.trial.file.TrialFile;
import propria.trial.run.TrialInputs;
import propria.trial.run.TrialRunOptions;
import propria.trial.run.TrialRunResult;
import propria.trial.run.TrialRunner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Repeats a run of trials from the inputs that it kept.
///
/// @param folder of the run
record TrialVerification(Path folder, int threads) {

    private static final List<String> TABLES = List.of("operating.csv", "curves.csv", "trials.csv", "draws.csv");

    int say(Terminal terminal, Path scratch) throws IOException {
        JsonNode manifest = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("manifest.json")));
        TrialInputs inputs = TrialInputs.of(folder).orElseThrow(() -> VerifyCommand.noInputs(folder));
        Optional<String> difference = inputs.hash().equals(manifest.path("inputs_sha256").asString())
                ? again(manifest, inputs, terminal, scratch)
                : Optional.of("the folder `inputs` is not as the run left it");
        terminal.put("match", difference.isEmpty());
        difference.ifPresentOrElse(text -> {
            terminal.answer("DIFFERENT: " + text);
            terminal.put("difference", text);
        }, () -> terminal.answer("MATCH"));
        return difference.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private Optional<String> again(JsonNode manifest, TrialInputs inputs, Terminal terminal, Path scratch)
            throws IOException {
        Library library = Library.read(inputs.library());
        Study study = StudyFile.read(inputs.study(), library);
        TrialRunResult result = TrialRunner.run(study, TrialFile.read(inputs.study()).orElseThrow(), library,
                new TrialRunOptions(scratch.resolve("run"), OptionalLong.of(manifest.path("seed").asLong()),
                        OptionalInt.of(manifest.path("trials").asInt()), threads, false,
                        stage -> terminal.note(stage.words())));
        terminal.answer(Figures.grouped(2L * manifest.path("trials").asInt()) + " trials repeated in "
                + Figures.duration(result.simulationSeconds() + result.trialSeconds()));
        terminal.put("summary_sha256", result.hash());
        for (String table : TABLES) {
            Optional<String> first = FirstDifference.of(folder.resolve(table), scratch.resolve("run").resolve(table),
                    table);
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }
}
