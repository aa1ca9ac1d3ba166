package propria.trial.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import propria.study.Study;
import propria.study.library.Library;
import propria.trial.design.TrialDesign;
import propria.trial.patient.PatientSpace;
import propria.trial.patient.cohort.CohortMethod;
import propria.trial.patient.cohort.CohortSource;
import propria.trial.score.clinic.ClinicModel;

/// A run of a few people and trials of a design, to measure what the whole would take.
///
/// @param secondsPerPerson on the clock, with all threads at work
/// @param secondsPerTrial that is simulated and read, with its twin without effects, on both sets of courses
/// @param secondsOfCohorts to choose the people of all draws; 0 where they are as the population has them
public record TrialPilot(double secondsPerPerson, double secondsPerTrial, double secondsOfCohorts) {

    private static final int PEOPLE = 20;
    private static final int TRIALS = 8;
    private static final double NANOS = 1e-9;

    /// Measures the second of two small runs, as the program is still being compiled in the first. Takes some seconds.
    ///
    /// @throws propria.model.problem.ProblemException as a run of the trial does
    public static TrialPilot of(Study study, TrialDesign design, Library library, int threads) {
        TrialDesign few = design.withBank(new TrialDesign.BankPlan(1, PEOPLE, PEOPLE));
        run(study, few, library, 2, threads);
        long begin = System.nanoTime();
        TrialRunResult result = run(study, few, library, TRIALS, threads);
        double rest = (System.nanoTime() - begin) * NANOS - result.simulationSeconds();
        return new TrialPilot(result.simulationSeconds() / (2 * PEOPLE), rest / TRIALS,
                cohorts(study, design, few, library, threads));
    }

    /// What the cohorts of a design would take, from a small one with every parameter at its value.
    private static double cohorts(Study study, TrialDesign design, TrialDesign few, Library library, int threads) {
        if (design.bank().cohort().isEmpty()) {
            return 0;
        }
        CohortMethod method = CohortMethod.named(design.bank().cohort().get());
        PatientSpace space = TrialBanks.of(study, few, library, study.seed(), threads).space(true);
        CohortSource source = new CohortSource(method, ClinicModel.read(library.root()), threads);
        long begin = System.nanoTime();
        source.cohort(space, space.draw(0));
        double each = (System.nanoTime() - begin) * NANOS / method.effort(PEOPLE);
        return each * (method.effort(design.bank().typicalPatients())
                + design.bank().draws() * method.effort(design.bank().patientsPerDraw()));
    }

    /// What a run of a design takes.
    ///
    /// @param trials of it
    /// @return on the clock [s]
    public double seconds(TrialDesign design, int trials) {
        return secondsOfCohorts + design.bank().people() * secondsPerPerson + trials * secondsPerTrial;
    }

    private static TrialRunResult run(Study study, TrialDesign design, Library library, int trials, int threads) {
        try {
            Path folder = Files.createTempDirectory("propria-pilot");
            try {
                return TrialRunner.run(study, design, library, new TrialRunOptions(folder.resolve("run"),
                        OptionalLong.empty(), OptionalInt.of(trials), threads, false, _ -> {
                        }));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepest = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepest) {
                Files.delete(file);
            }
        }
    }
}
