package propria.app.report.data;

import java.util.List;
import java.util.Optional;

/// The head of a run: what was asked, with what it was computed, and what was counted on the way (`manifest.json`).
///
/// @param version of Propria
/// @param created when, ISO 8601
/// @param method the step method, requested and used
/// @param evidence how many parameters rest on what
/// @param calibrated whether parameters come from the posterior of a calibration
/// @param fittedToThisStudy whether the experiment that the study mirrors is among those calibrated on
/// @param integrity what the ledger said of each source
/// @param inputs the files that were read
/// @param summarySha256 the hash of `summary.csv`
/// @param everything every entry of the file in order, flattened to a path and a text
public record Manifest(String version, String created, Study study, ModelFile model, long seed, Draws draws,
        Subjects subjects, String methodRequested, String methodUsed, double seconds, Evidence evidence,
        List<Warning> warnings, List<Arm> arms, List<Phase> phases, List<Observable> observables,
        List<EndpointDefinition> endpoints, boolean calibrated, boolean fittedToThisStudy,
        List<Standing> integrity,
        List<Input> inputs, String summarySha256, List<Entry> everything) {

    public Manifest {
        warnings = List.copyOf(warnings);
        arms = List.copyOf(arms);
        phases = List.copyOf(phases);
        observables = List.copyOf(observables);
        endpoints = List.copyOf(endpoints);
        integrity = List.copyOf(integrity);
        inputs = List.copyOf(inputs);
        everything = List.copyOf(everything);
    }

    /// The study that was run.
    public record Study(String id, String title, String question, String mirrors, String notes) {
    }

    /// The model that was run.
    public record ModelFile(String file, String sha256, long states, long parameters) {
    }

    /// Draws of the parameters from their prior.
    public record Draws(long requested, long used, long redrawn) {
    }

    /// Virtual subjects.
    public record Subjects(long perArm, long simulated, long failed) {
    }

    /// Parameters by what they rest on.
    public record Evidence(long sourced, long assumed, long flagged, String asOf) {

        /// All of them.
        public long total() {
            return sourced + assumed + flagged;
        }
    }

    /// What the ledger said of a source when the run was made; `date` and `notice` are empty where it named none.
    public record Standing(String source, String status, String date, String notice, String authority) {
    }

    /// A file that was read.
    public record Input(String file, String sha256) {
    }

    /// Something that the run had to say.
    public record Warning(String code, String text) {
    }

    /// A group of subjects that were treated alike.
    public record Arm(String id, String name, String role, List<Dose> doses) {
        public Arm {
            doses = List.copyOf(doses);
        }
    }

    /// One administration; `day` on the study's clock.
    public record Dose(String product, String productName, double amount, String unit, String route, double day) {
    }

    /// A stretch of the study, in days, and what was done to the subjects in it.
    public record Phase(String name, double from, double to, List<Insult> insults) {
        public Phase {
            insults = List.copyOf(insults);
        }
    }

    /// What makes the subjects ill.
    public record Insult(String name, double value, String unit) {
    }

    /// Something that is measured.
    ///
    /// @param better `lower`, `higher` or `none`
    /// @param range what values it can take, when bounded
    public record Observable(String id, String name, String unit, String better, Optional<Range> range) {
    }

    /// Bounds.
    public record Range(double low, double high) {
    }

    /// What an endpoint looks at, where the run says so.
    public record EndpointDefinition(String id, String observable, double day) {
    }

    /// A line of the file.
    public record Entry(String path, String text) {
    }

    /// The arm with this id.
    public Optional<Arm> arm(String id) {
        return arms.stream().filter(arm -> arm.id().equals(id)).findFirst();
    }

    /// The arm's name, its id where it has none.
    public String armName(String id) {
        return arm(id).map(Arm::name).filter(name -> !name.isBlank()).orElse(id);
    }

    /// The observable with this id.
    public Optional<Observable> observable(String id) {
        return observables.stream().filter(observable -> observable.id().equals(id)).findFirst();
    }
}
