package propria.app.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.run.PreparedModel;
import propria.study.run.Progress;
import propria.trial.patient.CoursePlan;
import propria.trial.patient.Donors;
import propria.trial.patient.PatientArm;
import propria.trial.patient.PatientSpace;
import propria.trial.patient.TargetPopulation;
import propria.trial.patient.TargetPopulationReader;
import propria.trial.patient.cohort.Cohort;
import propria.trial.patient.cohort.CohortMatch;
import propria.trial.patient.cohort.CohortMethod;
import propria.trial.patient.cohort.CohortSource;
import propria.trial.patient.cohort.CohortTable;
import propria.trial.score.clinic.ClinicModel;
import propria.trial.score.clinic.VisitRecorder;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Makes virtual patients of a target population, draw by draw, and says how near they come to those of trials.
///
/// @param population a file of library/populations/targets
/// @param method `select`, `mcmc` or `perturb`
/// @param patients of each draw
/// @param draws of the model's parameters; with 1 each stands at its value
/// @param seed of the random numbers
/// @param threads how many; the result is the same
public record CohortWork(String population, String method, int patients, int draws, long seed, int threads) {

    private static final int MOST_PATIENTS = 100_000;

    /// @throws ProblemException U370 when there is no cohort to make
    public CohortWork {
        if (patients < 2 || patients > MOST_PATIENTS || draws < 1) {
            throw new ProblemException(Problem.error("U370", "a cohort needs two patients and a draw",
                    "asked for " + patients + " patients of " + draws + " draws",
                    "write whole numbers above these, at most " + MOST_PATIENTS + " patients"));
        }
    }

    /// What came of a draw.
    ///
    /// @param atBound how many patients have a parameter at the bound of what is plausible
    public record Made(int number, Cohort cohort, CohortMatch match, int atBound, double seconds) {
    }

    /// What came of all draws.
    ///
    /// @param empty draws in which nobody is like those patients
    /// @param people `patients.csv`
    /// @param matches `match.csv`
    public record Result(TargetPopulation target, List<Made> made, List<Integer> empty, String people,
            String matches) {
        public Result {
            made = List.copyOf(made);
            empty = List.copyOf(empty);
        }
    }

    /// Makes them.
    ///
    /// @param progress told how many draws are done
    /// @param each given each draw as it is done
    /// @throws ProblemException for a population or method that is not known
    /// @throws java.util.concurrent.CancellationException when the thread is interrupted
    public Result make(Library library, Progress progress, Consumer<Made> each) {
        CohortMethod chosen = CohortMethod.named(method);
        PatientSpace space = space(library);
        ClinicModel clinic = ClinicModel.read(library.root());
        CohortSource source = new CohortSource(chosen, clinic, threads);
        VisitRecorder recorder = new VisitRecorder(clinic, seed);
        StringBuilder people = new StringBuilder(CohortTable.header(space));
        StringBuilder matches = new StringBuilder(CohortTable.matchHeader());
        List<Made> all = new ArrayList<>();
        List<Integer> empty = new ArrayList<>();
        for (int number = 0; number < draws; number++) {
            progress.at(number, draws);
            long begin = System.nanoTime();
            Cohort cohort = source.cohort(space, space.draw(number));
            if (cohort.patients().size() < 2) {
                empty.add(number);
                continue;
            }
            CohortMatch match = CohortMatch.of(space, number, cohort, recorder);
            Made made = new Made(number, cohort, match,
                    cohort.atBound(space.target().population().betweenSubjects().size()),
                    (System.nanoTime() - begin) * 1e-9);
            each.accept(made);
            all.add(made);
            people.append(CohortTable.patients(space, number, cohort, recorder));
            matches.append(CohortTable.match(number, match));
        }
        return new Result(space.target(), all, empty, people.toString(), matches.toString());
    }

    private PatientSpace space(Library library) {
        TargetPopulation target = TargetPopulationReader.read(library, population);
        PreparedModel prepared = PreparedModel.read(new Study.Files(library.root(),
                library.models().getOrDefault(PatientSpace.MODEL, library.root()), PatientSpace.MODEL,
                library.evidence(), List.of()));
        CoursePlan plan = new CoursePlan(List.of(new PatientArm("untreated", List.of())), List.of(0.0),
                VisitRecorder.QUANTITIES, draws, patients, Donors.NONE, seed);
        return new PatientSpace(library, prepared, target, plan);
    }

    /// Writes `patients.csv`, `match.csv` and `cohort.json` with the facts.
    public void write(Result result, Path folder) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("population", population);
        facts.put("method", method);
        facts.put("patients", patients);
        facts.put("draws", draws);
        facts.put("seed", seed);
        facts.put("empty_draws", result.empty());
        facts.put("made", result.made().stream().map(CohortWork::facts).toList());
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("patients.csv"), result.people());
            Files.writeString(folder.resolve("match.csv"), result.matches());
            Files.writeString(folder.resolve("cohort.json"), JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(facts) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The facts of a draw, by the words of `--json`.
    public static Map<String, Object> facts(Made made) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("draw", made.number());
        facts.put("patients", made.cohort().patients().size());
        facts.put("effective", made.cohort().effective());
        facts.put("simulations", made.cohort().simulations());
        facts.put("failures", made.cohort().failures());
        facts.put("at_bound", made.atBound());
        facts.put("missed", made.cohort().missed());
        facts.put("seconds", made.seconds());
        facts.put("match", made.match().rows().stream().map(row -> Map.of("reading", row.what(), "measure",
                row.measure(), "target", row.target(), "expected", row.expected(), "recorded", row.recorded()))
                .toList());
        return facts;
    }
}
