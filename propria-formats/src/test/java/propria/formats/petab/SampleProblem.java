package propria.formats.petab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A problem of version 2 with a bit of everything, as files that a test can change.
final class SampleProblem {

    final Map<String, String> files = new LinkedHashMap<>();

    SampleProblem() {
        files.put("problem.yaml", """
                format_version: 2.0.0
                parameter_files: [parameters.tsv]
                model_files:
                  decay: {language: antimony, location: decay.ant}
                measurement_files: [measurements.tsv]
                condition_files: [conditions.tsv]
                experiment_files: [experiments.tsv]
                observable_files: [observables.tsv]
                mapping_files: [mapping.tsv]
                """);
        files.put("decay.ant", """
                model decay()
                  compartment vessel = 1
                  species A in vessel, B in vessel
                  A = a0; B = 0
                  a0 = 2; k = 0.5
                  J: A -> B; k * A * vessel
                  total := A + B
                end
                """);
        files.put("observables.tsv",
                """
                        observableId\tobservableName\tobservableFormula\tnoiseFormula\tnoiseDistribution\tobservablePlaceholders\tnoisePlaceholders
                        y\tscaled A\tscale * A + 1e-3\tsd\tlog-normal\tscale\tsd
                        z\t\ty / 2 + B^2\t0.1 + 0.01 * z\tlaplace\tscale\tsd
                        """);
        putData();
    }

    private void putData() {
        files.put("measurements.tsv", """
                observableId\texperimentId\ttime\tmeasurement\tobservableParameters\tnoiseParameters
                y\te1\t1\t1.2\ts\t0.1
                y\te1\tinf\t0.1\t2\tnoise
                z\te1\t5\t0.4\ts\tnoise
                """);
        files.put("conditions.tsv", """
                conditionId\ttargetId\ttargetValue
                c0\tA\t3 * s
                c1\trate\tpiecewise(0.1, time > 2, 0.2)
                c1\tB\tB + 1
                """);
        files.put("experiments.tsv", """
                experimentId\ttime\tconditionId
                e1\t0\tc0
                e1\t3\tc1
                """);
        files.put("parameters.tsv", """
                parameterId\tlowerBound\tupperBound\tnominalValue\testimate\tpriorDistribution\tpriorParameters
                a0\t0.1\t10\t2\ttrue\tlog-normal\t0.5;1
                s\t0.1\t10\t1\ttrue\t\t
                noise\t\t\t0.1\tfalse\t\t
                """);
        files.put("mapping.tsv", """
                petabEntityId\tmodelEntityId\tname
                rate\tk\tthe rate
                """);
    }

    SampleProblem replace(String file, String old, String fresh) {
        String text = files.getOrDefault(file, "");
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " does not contain " + old);
        }
        files.put(file, text.replace(old, fresh));
        return this;
    }

    Path in(Path folder) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve("problem.yaml");
    }
}
