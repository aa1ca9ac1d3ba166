package propria.trial.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import propria.formats.hash.Hash;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.run.work.Checkpoint;
import propria.study.run.work.Parallel;
import propria.trial.conduct.TrialSimulator;
import propria.trial.design.TrialDesign;
import propria.trial.operating.Characteristic;
import propria.trial.operating.DrawEvidence;
import propria.trial.operating.DrawWeights;
import propria.trial.operating.OperatingReading;
import propria.trial.operating.OperatingRun;
import propria.trial.operating.TrialSet;
import propria.trial.patient.cohort.KeptCohorts;
import propria.trial.pool.ConditionedDraws;
import propria.trial.run.record.CountedTrials;
import propria.trial.run.record.ObservationStore;
import propria.trial.run.record.RecordedTrials;
import propria.trial.run.table.CohortTables;
import propria.trial.run.table.DrawTables;
import propria.trial.run.table.PlaceboTable;
import propria.trial.run.table.SafetyTable;
import propria.trial.run.table.SubjectTables;
import propria.trial.run.table.TrialTables;
import propria.trial.score.ClinicalScore;
import propria.trial.score.clinic.ClinicModel;
import propria.trial.score.clinic.VisitRecorder;

/// Runs the trial of a study and writes its folder: `trials.csv`, `operating.csv`, the subjects of the first trials, what was
/// recorded in all of them, and a manifest.
public final class TrialRunner {

    private static final int KEPT_TRIALS = 3;
    private static final double NANOS = 1e-9;
    private static final int CHUNK = 50;
    private static final String UNFINISHED = "observations-.*|draws.csv|draw-pools.csv|curves.csv|how-patients-were-made.csv"
            + "|cohort-match.csv";

    private TrialRunner() {
    }

    /// Runs it.
    ///
    /// @throws ProblemException when input is bad or nothing can be written
    /// @throws CancellationException when the thread is interrupted; people who were simulated are kept in the checkpoint
    public static TrialRunResult run(Study study, TrialDesign design, Library library, TrialRunOptions options) {
        refuseOccupied(options.folder());
        long seed = options.seed().orElse(study.seed());
        long begin = System.nanoTime();
        TrialBanks banks = TrialBanks.of(study, design, library, seed, options.threads());
        above(options.folder());
        try (Checkpoint checkpoint = Checkpoint.open(options.folder(),
                TrialManifest.key(study, design, library.root(), seed), options.resume())) {
            List<TrialBanks.Named> named = simulated(banks, options, checkpoint);
            double simulated = (System.nanoTime() - begin) * NANOS;
            List<String> chosen = chosen(banks, named, options.folder());
            TrialRunResult result = tried(study, design, library, options, named, chosen, simulated);
            checkpoint.delete();
            return result;
        } catch (CancellationException e) {
            cleared(options.folder());
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes the folders above that of a run: the checkpoint lies beside it.
    private static void above(Path folder) {
        try {
            Files.createDirectories(Objects.requireNonNullElse(folder.toAbsolutePath().getParent(), folder));
        } catch (IOException e) {
            throw new ProblemException(Problem.error("S052", SourceLocation.of(folder.toString()),
                    "finished work cannot be kept", String.valueOf(e.getMessage()),
                    "free some space there, or choose another place with --out"));
        }
    }

    /// The courses with every parameter at its value, then those over beliefs about parameters.
    private static List<TrialBanks.Named> simulated(TrialBanks banks, TrialRunOptions options, Checkpoint checkpoint) {
        TrialProgress progress = options.progress();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger chosen = new AtomicInteger();
        List<TrialBanks.Named> named = new ArrayList<>();
        for (boolean typical : new boolean[]{true, false}) {
            int first = typical ? 0 : banks.design().bank().typicalPatients();
            Optional<KeptCohorts> cohorts = banks.cohorts(new KeptCourses(checkpoint,
                    banks.people() + (typical ? 0 : 1), banks.cohorts(), chosen, progress));
            cohorts.ifPresent(_ -> progress.begins(typical ? TrialStage.CHOOSING_TYPICAL : TrialStage.CHOOSING));
            List<List<double[]>> people = cohorts.map(c -> banks.people(typical, c)).orElse(List.of());
            progress.begins(typical ? TrialStage.SIMULATING_TYPICAL : TrialStage.SIMULATING);
            PeopleWork.ahead(banks, typical, people,
                    new KeptCourses(checkpoint, first, banks.people(), new AtomicInteger(first), progress),
                    options.executor(), options.threads(),
                    () -> PeopleWork.description(TrialInputs.files(banks.study(), banks.simulator().library()),
                            banks.seed(), typical, people));
            named.add(banks.simulated(typical, cohorts,
                    new KeptCourses(checkpoint, first, banks.people(), done, progress)));
        }
        return named;
    }

    /// Writes how people were chosen, where the study asks for it.
    ///
    /// @return what a reader must know of it
    private static List<String> chosen(TrialBanks banks, List<TrialBanks.Named> named, Path folder)
            throws IOException {
        Optional<String> method = banks.design().bank().cohort();
        if (method.isEmpty()) {
            return List.of();
        }
        CohortTables tables = new CohortTables(method.get(),
                new VisitRecorder(ClinicModel.read(banks.simulator().library().root()), banks.seed()));
        Files.createDirectories(folder);
        named.forEach(bank -> tables.add(bank.name(), banks.space(bank.typical()), bank.cohorts()));
        for (Map.Entry<String, String> file : tables.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        long nobody = named.stream().flatMap(bank -> bank.cohorts().values().stream())
                .filter(cohort -> cohort.patients().isEmpty()).count();
        return nobody == 0
                ? List.of()
                : List.of(
                        "in " + nobody + " of " + banks.design().bank().draws() + " beliefs about parameters nobody is"
                                + " like the patients of `" + banks.design().population() + "`: people there are as the"
                                + " population has them");
    }

    private static TrialRunResult tried(Study study, TrialDesign design, Library library, TrialRunOptions options,
            List<TrialBanks.Named> named, List<String> chosen, double simulated) throws IOException {
        long seed = options.seed().orElse(study.seed());
        int trials = options.trials().orElse(design.trials());
        long started = System.nanoTime();
        VisitRecorder recorder = new VisitRecorder(ClinicModel.read(library.root()), seed);
        Files.createDirectories(options.folder());
        for (TrialBanks.Named bank : named) {
            options.progress().begins(bank.typical() ? TrialStage.TRYING_TYPICAL : TrialStage.TRYING);
            carryOut(new TrialSimulator(design, bank.bank(), recorder, seed), bank, trials, options);
        }
        double tried = (System.nanoTime() - started) * NANOS;
        options.progress().begins(TrialStage.READING);
        ConditionedDraws draws = ConditionedDraws.of(library.root(), design, prior(options));
        DrawTables.write(options.folder(), design, draws);
        CountedTrials.Count count = new CountedTrials.Count(TrialReread.reads(design, trials), options.progress()::at);
        List<OperatingReading.Result> results = TrialReread.results(options.folder(), design, options.threads(), count);
        Files.writeString(options.folder().resolve("curves.csv"),
                TrialTables.curves(TrialReread.curves(options.folder(), design, options.threads(), count)));
        return written(study, design, library, options, named, chosen, results, draws, seed, trials, simulated, tried);
    }

    /// Takes away what a run that was stopped has written: it is neither whole nor gone on from.
    private static void cleared(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> String.valueOf(f.getFileName()).matches(UNFINISHED))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.deleteIfExists(folder);
        } catch (IOException _) {
            // The folder was there before, with files of somebody else.
        }
    }

    /// Simulates the trials on a bank and keeps what was recorded.
    private static void carryOut(TrialSimulator simulator, TrialBanks.Named bank, int trials, TrialRunOptions options)
            throws IOException {
        Map<TrialSet, ObservationStore> open = new TreeMap<>(Comparator.comparing(TrialSet::suffix));
        RecordedTrials recorded = new RecordedTrials(options.folder(), bank.name(), options.threads(), _ -> {
        });
        try {
            for (int from = 0; from < trials; from += CHUNK) {
                List<Integer> numbers = IntStream.range(from, StrictMath.min(trials, from + CHUNK)).boxed().toList();
                for (Map<TrialSet, byte[]> one : Parallel.map(numbers, options.threads(), () -> simulator,
                        (s, number) -> encoded(s, number, number < OperatingRun.dosed(trials)))) {
                    for (Map.Entry<TrialSet, byte[]> trial : one.entrySet()) {
                        store(open, recorded, trial.getKey()).add(trial.getValue());
                    }
                }
                options.progress().at(StrictMath.min(trials, from + CHUNK), trials);
            }
            int draws = bank.bank().shape().draws();
            for (byte[] truth : Parallel.map(IntStream.range(0, draws).boxed().toList(), options.threads(),
                    () -> simulator, (s, draw) -> ObservationStore.encode(OperatingRun.truth(s, draw, draws)))) {
                store(open, recorded, TrialSet.TRUTH).add(truth);
            }
        } finally {
            for (ObservationStore store : open.values()) {
                store.close();
            }
        }
    }

    private static Map<TrialSet, byte[]> encoded(TrialSimulator simulator, int number, boolean doses) {
        Map<TrialSet, byte[]> sets = new LinkedHashMap<>();
        OperatingRun.of(simulator, number, doses)
                .forEach((set, trial) -> sets.put(set, ObservationStore.encode(trial)));
        return sets;
    }

    private static ObservationStore store(Map<TrialSet, ObservationStore> open, RecordedTrials recorded, TrialSet set)
            throws IOException {
        if (!open.containsKey(set)) {
            open.put(set, new ObservationStore(recorded.file(set)));
        }
        return Objects.requireNonNull(open.get(set));
    }

    private static TrialRunResult written(Study study, TrialDesign design, Library library,
            TrialRunOptions options, List<TrialBanks.Named> named, List<String> chosen,
            List<OperatingReading.Result> results, ConditionedDraws draws,
            long seed, int trials, double simulated, double tried) throws IOException {
        List<Characteristic> all = results.stream().flatMap(r -> r.characteristics().stream()).toList();
        List<String> warnings = new ArrayList<>(chosen);
        warnings.addAll(warnings(study, design, results, draws, options));
        int failed = named.stream().mapToInt(TrialBanks.Named::failed).sum();
        String operating = TrialTables.operating(all);
        Files.writeString(options.folder().resolve("operating.csv"), operating);
        Files.writeString(options.folder().resolve("subjects.csv"), TrialTables.subjects(study.id(), design,
                new RecordedTrials(options.folder(), TrialReread.TYPICAL, 1, _ -> {
                }).map(TrialSet.DESIGN, KEPT_TRIALS, EnumSet.allOf(ClinicalScore.class), t -> t)));
        subjects(study, design, options);
        Files.writeString(options.folder().resolve("subject-tables-dictionary.csv"), TrialTables.parquetDictionary());
        Files.writeString(options.folder().resolve("trials.csv"), TrialTables.trials(design, results));
        Files.writeString(options.folder().resolve("safety-forecast.csv"),
                SafetyTable.of(library.root(), study, design));
        Files.writeString(options.folder().resolve("robustness.csv"),
                RobustnessPanel.table(library.root(), design,
                        DrawEvidence.of(design, prior(options), results.getLast().rows()),
                        draws.weights().orElseGet(() -> DrawWeights.equal(draws.logs().length))));
        published(library, design, options, draws);
        Files.writeString(options.folder().resolve("subjects-dictionary.csv"), TrialTables.dictionary());
        long screened = results.stream().mapToLong(OperatingReading.Result::screened).sum();
        long entered = results.stream().mapToLong(OperatingReading.Result::entered).sum();
        TrialRunResult result = new TrialRunResult(options.folder(), all, failed, screened, entered, simulated, tried,
                Hash.of(operating), draws.sentence(), warnings);
        TrialManifest.write(study, design, result, draws, seed, trials, options.threads(),
                TrialInputs.keep(options.folder(), study, library).hash());
        return result;
    }

    private static RecordedTrials prior(TrialRunOptions options) {
        return new RecordedTrials(options.folder(), TrialReread.PRIOR, options.threads(), _ -> {
        });
    }

    /// What a reader must know.
    private static List<String> warnings(Study study, TrialDesign design, List<OperatingReading.Result> results,
            ConditionedDraws draws, TrialRunOptions options) {
        List<String> warnings = new ArrayList<>(Extrapolation.of(study, design));
        results.stream().filter(r -> r.leftOut() > 0).forEach(r -> warnings.add(r.leftOut() + " of " + r.draws()
                + " beliefs about parameters (courses `" + r.bank() + "`) are left out: fewer than 5 % of their people"
                + " pass screening, so they do not describe the population"));
        draws.problems(options.folder()).forEach(
                p -> warnings.add(p.what() + " (" + p.code() + "): " + p.why() + "; " + p.fix()));
        return warnings;
    }

    /// What was published, and the comparator of all trials beside it.
    private static void published(Library library, TrialDesign design, TrialRunOptions options,
            ConditionedDraws draws) throws IOException {
        Files.writeString(options.folder().resolve("placebo-check.csv"), PlaceboTable.of(library.root(), design,
                TrialReread.recorded(options.folder(), design, options.threads()), draws.weights()));
        for (String name : List.of("placebo.csv", "safety.csv")) {
            Path facts = library.root().resolve("trials").resolve(name);
            if (Files.exists(facts)) {
                Files.copy(facts, options.folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// Subjects of the first trials as Parquet.
    private static void subjects(Study study, TrialDesign design, TrialRunOptions options) throws IOException {
        RecordedTrials recorded = new RecordedTrials(options.folder(), TrialReread.TYPICAL, 1, _ -> {
        });
        try (SubjectTables tables = new SubjectTables(study.id(), design);
                ObservationStore.Reader reader = ObservationStore.reader(recorded.file(TrialSet.DESIGN),
                        options.subjectTrials())) {
            List<byte[]> some = reader.next(CHUNK);
            while (!some.isEmpty()) {
                tables.add(some.stream().map(t -> ObservationStore.decode(t, EnumSet.allOf(ClinicalScore.class)))
                        .toList());
                some = reader.next(CHUNK);
            }
            tables.write(options.folder());
        }
    }

    private static void refuseOccupied(Path folder) {
        if (Files.exists(folder.resolve("manifest.json"))) {
            throw new ProblemException(Problem.error("T220", SourceLocation.of(folder.toString()),
                    "the folder holds a run already", "a run never overwrites another",
                    "name another with --out, or remove it"));
        }
    }
}
