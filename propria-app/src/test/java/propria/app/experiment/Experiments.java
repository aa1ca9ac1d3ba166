package propria.app.experiment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import propria.app.experiment.output.ExperimentOutput;
import propria.app.files.ExperimentFile;
import propria.formats.sedml.SedmlReader;

/// Small experiments on models whose course is known.
final class Experiments {

    /// One species that decays at k times itself, in a compartment of two.
    static final String DECAY = """
            model decay()
              compartment C = 2
              species S in C = 5
              R: S -> ; C * k * S
              k = 0.5
              dose = 0
              at time >= 1, t0 = false: S = S + dose
            end
            """;

    private static final String PATH = "/sbml:sbml/sbml:model/sbml:listOf";

    private Experiments() {
    }

    static String species(String id) {
        return PATH + "Species/sbml:species[@id='" + id + "']";
    }

    static String parameter(String id) {
        return PATH + "Parameters/sbml:parameter[@id='" + id + "']";
    }

    /// Runs an experiment on one model; `tasks` and `simulations` are XML; data generators are `time` and `S` of `task`.
    static Experiment run(String model, String simulations, String tasks, String task) {
        String text = """
                <sedML xmlns="http://sed-ml.org/sed-ml/level1/version4" level="1" version="4">
                <listOfModels><model id="m" language="urn:sedml:language:antimony" source="m.ant"/></listOfModels>
                <listOfSimulations>%s</listOfSimulations><listOfTasks>%s</listOfTasks>
                <listOfDataGenerators>
                <dataGenerator id="time"><listOfVariables>
                <variable id="t" symbol="urn:sedml:symbol:time" taskReference="%s"/></listOfVariables>
                <math xmlns="http://www.w3.org/1998/Math/MathML"><ci>t</ci></math></dataGenerator>
                <dataGenerator id="S"><listOfVariables>
                <variable id="s" target="%s" taskReference="%s"/></listOfVariables>
                <math xmlns="http://www.w3.org/1998/Math/MathML"><ci>s</ci></math></dataGenerator>
                </listOfDataGenerators></sedML>
                """.formatted(simulations, tasks, task, species("S"), task);
        Map<String, String> files = Map.of("m.ant", model);
        return Experiment.run(new ExperimentFile("test.sedml", SedmlReader.readText(text, "test.sedml"),
                source -> Optional.ofNullable(files.get(source)).orElseThrow().getBytes(StandardCharsets.UTF_8),
                List.of()));
    }

    static double[] course(Experiment experiment, String id) {
        return ((Data.Course) Objects.requireNonNull(experiment.data().get(id))).values();
    }

    /// The data of each turn.
    static List<Data> turns(Experiment experiment, String id) {
        return ((Data.Turns) Objects.requireNonNull(experiment.data().get(id))).parts();
    }

    /// The table of all data.
    static String table(Experiment experiment) {
        return Objects.requireNonNull(new ExperimentOutput(experiment).tables().get("data"));
    }
}
