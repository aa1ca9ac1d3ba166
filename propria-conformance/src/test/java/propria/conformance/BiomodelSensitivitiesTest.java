package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import propria.engine.Direction;
import propria.engine.Method;
import propria.engine.SensitivityRequest;
import propria.engine.SensitivityTrajectory;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.SensitivitySimulator;
import propria.engine.simulate.SimulationFailure;
import propria.formats.sbml.SbmlReader;
import propria.model.problem.ProblemException;

/// Derivatives of published models are those of differences.
class BiomodelSensitivitiesTest {

    private static final Path MODELS = Project.ROOT.resolve("../shared/conformance/biomodels");
    private static final int LARGEST = 60;
    private static final int DIRECTIONS = 5;
    /// Faults that are known (decisions 16 and 31), counted so that no further one comes unseen: states of 1e-28 and less of
    /// two models (536, 537), a state in moles whose derivative is apart by 6e-4 (786), and a model whose sensitivities
    /// cannot be followed beyond a time (665).
    private static final int MOST_APART = 4;

    private static final int LEAST_MODELS = Integer.getInteger("propria.biomodels", 30);

    @Test
    void derivatives_of_published_models_are_those_of_differences() throws IOException {
        if (!Files.isDirectory(MODELS)) {
            assertThat(Project.isContinuousIntegration()).as("%s is required in continuous integration", MODELS)
                    .isFalse();
            Assumptions.abort("skipped: the published models are not at " + MODELS);
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(MODELS)) {
            files = all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
        List<String> wrong = new ArrayList<>();
        int held = 0;
        for (Path file : files) {
            Optional<CompiledModel> model = read(file);
            if (model.isPresent() && model.get().stateIds().size() <= LARGEST) {
                held += hold(file, model.get(), wrong) ? 1 : 0;
            }
        }
        assertThat(wrong.stream().map(text -> text.substring(0, text.indexOf(':'))).distinct())
                .as("models with something apart: %s", wrong).hasSizeLessThanOrEqualTo(MOST_APART);
        assertThat(held).isGreaterThanOrEqualTo(LEAST_MODELS);
    }

    private static Optional<CompiledModel> read(Path file) {
        try {
            return Optional.of(ModelCompiler.compile(SbmlReader.read(file)));
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }

    private static boolean hold(Path file, CompiledModel model, List<String> wrong) {
        List<Direction> directions = Stream.concat(model.parameterIds().stream(), model.stateIds().stream())
                .filter(id -> model.defaultValue(id) != 0).limit(DIRECTIONS)
                .map(id -> Direction.of(id, model.defaultValue(id))).toList();
        List<Double> times = IntStream.rangeClosed(0, 8).mapToObj(k -> 10 * k / 8.0).toList();
        SimulationRequest request = new SimulationRequest(Map.of(), List.of(), 0, 10, times, model.stateIds(),
                new Tolerances(1e-11, 1e-15), Method.BDF);
        try {
            SensitivityTrajectory found = new SensitivitySimulator(model)
                    .simulate(new SensitivityRequest(request, directions, true));
            DifferenceQuotients quotients = new DifferenceQuotients(model, request);
            quotients.apart(found, directions, 1e-5).stream().limit(3)
                    .forEach(text -> wrong.add(file.getFileName() + ": " + text));
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.problems().getFirst().code()).isIn("N410", "N113");
            return false;
        } catch (SimulationFailure failure) {
            wrong.add(file.getFileName() + ": " + failure.problem().code() + " " + failure.problem().what());
            return false;
        }
    }
}
