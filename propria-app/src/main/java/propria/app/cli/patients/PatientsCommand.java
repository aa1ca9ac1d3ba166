package propria.app.cli.patients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.command.Command;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.run.PreparedModel;
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

/// Makes virtual patients of a target population and shows how near their baseline comes to that of trials.
@CommandLine.Command(name = "patients", description = "Make virtual patients whose baseline readings are distributed as in "
        + "trials; print how near they come.")
public final class PatientsCommand extends Command {

    @Parameters(paramLabel = "POPULATION", description = "a file of library/populations/targets")
    private String population = "";

    @Option(names = "--method", paramLabel = "WORD", description = "select, mcmc or perturb (default: ${DEFAULT-VALUE})")
    private String method = "select";

    @Option(names = "--patients", paramLabel = "N", description = "of each draw (default: ${DEFAULT-VALUE})")
    private int patients = 200;

    @Option(names = "--draws", paramLabel = "N", description = "of the model's parameters; with 1 each stands at its value "
            + "(default: ${DEFAULT-VALUE})")
    private int draws = 1;

    @Option(names = "--seed", paramLabel = "N", description = "of the random numbers (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "how many; the result is the same (default: all cores)")
    private int threads;

    @Option(names = "--out", paramLabel = "DIR", description = "where patients.csv and match.csv are written")
    private Optional<Path> out = Optional.empty();

    @Override
    public int run(Terminal terminal) throws IOException {
        if (patients < 2 || draws < 1) {
            throw new ProblemException(Problem.error("U370", "a cohort needs two patients and a draw",
                    "--patients is " + patients + ", --draws is " + draws, "write whole numbers above these"));
        }
        CohortMethod chosen = CohortMethod.named(method);
        Library library = Library.read(LibraryFolder.find().path());
        PatientSpace space = space(library);
        ClinicModel clinic = ClinicModel.read(library.root());
        int workers = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        CohortSource source = new CohortSource(chosen, clinic, workers);
        VisitRecorder recorder = new VisitRecorder(clinic, seed);
        StringBuilder people = new StringBuilder(CohortTable.header(space));
        StringBuilder matches = new StringBuilder(CohortTable.matchHeader());
        terminal.answer(space.target().name() + ", by " + method + ":");
        List<Map<String, Object>> all = new ArrayList<>();
        for (int number = 0; number < draws; number++) {
            long begin = System.nanoTime();
            Cohort cohort = source.cohort(space, space.draw(number));
            if (cohort.patients().size() < 2) {
                terminal.note("draw " + number + ": nobody is like those patients; " + cohort.simulations() + " tried");
                continue;
            }
            CohortMatch match = CohortMatch.of(space, number, cohort, recorder);
            all.add(say(terminal, space, number, cohort, match, (System.nanoTime() - begin) * 1e-9));
            people.append(CohortTable.patients(space, number, cohort, recorder));
            matches.append(CohortTable.match(number, match));
        }
        terminal.put("draws", all);
        if (out.isPresent()) {
            Files.createDirectories(out.get());
            Files.writeString(out.get().resolve("patients.csv"), people);
            Files.writeString(out.get().resolve("match.csv"), matches);
            terminal.answer("written to " + out.get());
        }
        return ExitCode.DONE;
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

    private Map<String, Object> say(Terminal terminal, PatientSpace space, int number, Cohort cohort,
            CohortMatch match, double seconds) {
        int atBound = cohort.atBound(space.target().population().betweenSubjects().size());
        terminal.answer(String.format(Locale.ROOT, "draw %d: %d patients, worth %.0f; %d simulations, %d failed; "
                + "%d at a bound; %d places not filled as they should be; %.1f s", number, cohort.patients().size(),
                cohort.effective(), cohort.simulations(), cohort.failures(), atBound, cohort.missed(), seconds));
        terminal.answer(String.format(Locale.ROOT, "  %-28s %-9s %10s %10s %9s %10s", "reading", "measure", "target",
                "expected", "error", "recorded"));
        for (CohortMatch.Row row : match.rows()) {
            terminal.answer(String.format(Locale.ROOT, "  %-28s %-9s %10.4g %10.4g %9.2g %10.4g", row.what(),
                    row.measure(), row.target(), row.expected(), row.error(), row.recorded()));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("draw", number);
        facts.put("patients", cohort.patients().size());
        facts.put("effective", cohort.effective());
        facts.put("simulations", cohort.simulations());
        facts.put("failures", cohort.failures());
        facts.put("at_bound", atBound);
        facts.put("missed", cohort.missed());
        facts.put("match", match.rows().stream().map(row -> Map.of("reading", row.what(), "measure", row.measure(),
                "target", row.target(), "expected", row.expected(), "recorded", row.recorded())).toList());
        return facts;
    }
}
