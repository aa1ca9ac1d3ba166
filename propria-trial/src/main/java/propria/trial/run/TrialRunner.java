package propria.trial.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Study;
import propria.study.library.Library;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.design.TrialDesign;
import propria.trial.operating.Characteristic;
import propria.trial.operating.OperatingRun;
import propria.trial.score.clinic.ClinicModel;
import propria.trial.score.clinic.VisitRecorder;

/// Runs the trial of a study and writes its folder: `trials.csv`, `operating.csv`, the subjects of the first trials, what was
/// recorded in all of them, and a manifest.
public final class TrialRunner {

    private static final int KEPT_TRIALS = 3;
    private static final double NANOS = 1e-9;

    private TrialRunner() {
    }

    /// Runs it.
    ///
    /// @throws ProblemException when input is bad or nothing can be written
    public static TrialRunResult run(Study study, TrialDesign design, Library library, TrialRunOptions options) {
        refuseOccupied(options.folder());
        long seed = options.seed().orElse(study.seed());
        int trials = options.trials().orElse(design.trials());
        long begin = System.nanoTime();
        TrialBanks banks = TrialBanks.of(study, design, library, seed, options.threads());
        options.progress().accept("simulating patients with every parameter at its value");
        List<TrialBanks.Named> named = new ArrayList<>(List.of(banks.typical()));
        options.progress().accept("simulating patients over beliefs about parameters");
        named.add(banks.uncertain());
        double simulated = (System.nanoTime() - begin) * NANOS;
        long started = System.nanoTime();
        OperatingRun run = new OperatingRun(design, new VisitRecorder(ClinicModel.read(library.root()), seed), seed,
                options.threads());
        List<OperatingRun.Result> results = new ArrayList<>();
        try {
            Files.createDirectories(options.folder());
            for (TrialBanks.Named bank : named) {
                options.progress().accept("trials on the courses `" + bank.name() + "`");
                try (KeptFiles files = new KeptFiles(options.folder(), study.id(), design)) {
                    results.add(run.run(bank.name(), bank.bank(), bank.typical(), trials, files));
                }
            }
            double tried = (System.nanoTime() - started) * NANOS;
            return written(study, design, library, options, named, results, seed, trials, simulated, tried);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrialRunResult written(Study study, TrialDesign design, Library library,
            TrialRunOptions options, List<TrialBanks.Named> named, List<OperatingRun.Result> results, long seed,
            int trials, double simulated,
            double tried) throws IOException {
        List<Characteristic> all = results.stream().flatMap(r -> r.characteristics().stream()).toList();
        List<String> warnings = new ArrayList<>(Extrapolation.of(study, design));
        results.stream().filter(r -> r.leftOut() > 0).forEach(r -> warnings.add(r.leftOut() + " of " + r.draws()
                + " beliefs about parameters (courses `" + r.bank() + "`) are left out: fewer than 5 % of their people"
                + " pass screening, so they do not describe the population"));
        int failed = named.stream().mapToInt(TrialBanks.Named::failed).sum();
        String operating = TrialTables.operating(all);
        Files.writeString(options.folder().resolve("operating.csv"), operating);
        Files.writeString(options.folder().resolve("trials.csv"), TrialTables.trials(design, results));
        Files.writeString(options.folder().resolve("robustness.csv"), RobustnessPanel.table(library.root(), design));
        Files.writeString(options.folder().resolve("subjects-dictionary.csv"), TrialTables.dictionary());
        for (String name : List.of("placebo.csv", "safety.csv")) {
            Path facts = library.root().resolve("trials").resolve(name);
            if (Files.exists(facts)) {
                Files.copy(facts, options.folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        long screened = results.stream().mapToLong(OperatingRun.Result::screened).sum();
        long entered = results.stream().mapToLong(OperatingRun.Result::entered).sum();
        TrialRunResult result = new TrialRunResult(options.folder(), all, failed, screened, entered, simulated, tried,
                TrialManifest.hash(operating), warnings);
        TrialManifest.write(study, design, result, seed, trials, options.threads());
        return result;
    }

    private static void refuseOccupied(Path folder) {
        if (Files.exists(folder.resolve("manifest.json"))) {
            throw new ProblemException(Problem.error("T220", SourceLocation.of(folder.toString()),
                    "the folder holds a run already", "a run never overwrites another",
                    "name another with --out, or remove it"));
        }
    }

    /// Writes what is recorded, and the subjects of the first trials.
    private static final class KeptFiles implements OperatingRun.Keeper, AutoCloseable {

        private final Path folder;
        private final String study;
        private final TrialDesign design;
        private final Map<String, ObservationStore> open = new TreeMap<>();

        KeptFiles(Path folder, String study, TrialDesign design) {
            this.folder = folder;
            this.study = study;
            this.design = design;
        }

        @Override
        public void keep(String bank, boolean isNull, List<SimulatedTrial> trials) {
            String name = TrialReread.file(bank, isNull);
            try {
                if (!isNull && !Files.exists(folder.resolve("subjects.csv"))) {
                    Files.writeString(folder.resolve("subjects.csv"), TrialTables.subjects(study, design,
                            trials.subList(0, StrictMath.min(KEPT_TRIALS, trials.size()))));
                }
                if (!open.containsKey(name)) {
                    open.put(name, new ObservationStore(folder.resolve(name)));
                }
                ObservationStore store = Objects.requireNonNull(open.get(name));
                for (SimulatedTrial trial : trials) {
                    store.add(trial);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            for (ObservationStore store : open.values()) {
                store.close();
            }
            open.clear();
        }
    }
}
