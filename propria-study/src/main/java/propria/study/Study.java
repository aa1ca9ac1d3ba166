package propria.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import propria.engine.Method;
import propria.engine.Tolerances;
import propria.evidence.policy.IntegrityPolicy;
import propria.study.uncertainty.UncertaintyPlan;

/// A study, whole, with everything that its file names already looked up.
///
/// @param id the name of its folder
/// @param mirrors the published experiment that it repeats
/// @param population whom it is made in, unless an arm says otherwise
/// @param perArm subjects in an arm
/// @param phases in order, without overlap
/// @param arms in the order of the file
/// @param observables what is recorded
/// @param uncertainty how what is not known is carried through
/// @param integrity what is done with numbers whose sources are in doubt
/// @param seed of the random streams
/// @param simulation how its courses are computed
/// @param files where it was read from
public record Study(String id, String title, String question, Optional<String> mirrors, Population population,
        int perArm, List<Phase> phases, List<Arm> arms, List<Observable> observables, List<Endpoint> endpoints,
        List<Measurement> measurements, UncertaintyPlan uncertainty, IntegrityPolicy integrity, long seed,
        Simulation simulation, Optional<String> notes, Files files) {

    public Study {
        phases = List.copyOf(phases);
        arms = List.copyOf(arms);
        observables = List.copyOf(observables);
        endpoints = List.copyOf(endpoints);
        measurements = List.copyOf(measurements);
    }

    /// Where a study was read from.
    ///
    /// @param folder the folder of the study
    /// @param model the entry file of its model
    /// @param modelName the name that the study gives it
    /// @param evidence the folder of sources
    /// @param inputs every file that was read, the model's aside
    public record Files(Path folder, Path model, String modelName, Path evidence, List<Path> inputs) {
        public Files {
            inputs = List.copyOf(inputs);
        }
    }

    /// How courses are computed.
    ///
    /// @param method the step method of every course
    /// @param tolerances how far a step may be from the solution
    public record Simulation(Method method, Tolerances tolerances) {
        /// What a study uses that says nothing of it. Of the stiff methods BDF takes the least time on the gut: two thirds
        /// of that of Rodas5P at this tolerance.
        public static final Simulation STANDARD = new Simulation(Method.BDF, Tolerances.DEFAULT);
    }

    /// The same with another number of subjects in an arm.
    public Study withSubjects(int count) {
        return new Study(id, title, question, mirrors, population, count, phases, arms, observables, endpoints,
                measurements, uncertainty, integrity, seed, simulation, notes, files);
    }

    /// The same with what is not known carried through in another way.
    public Study withUncertainty(UncertaintyPlan other) {
        return new Study(id, title, question, mirrors, population, perArm, phases, arms, observables, endpoints,
                measurements, other, integrity, seed, simulation, notes, files);
    }

    /// When it begins [d].
    public double start() {
        return phases.getFirst().from();
    }

    /// When it ends [d].
    public double end() {
        return phases.getLast().to();
    }

    /// The place of an arm in [#arms].
    public int armIndex(String id) {
        for (int i = 0; i < arms.size(); i++) {
            if (arms.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no arm " + id);
    }
}
