package propria.app.cli.estimation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import propria.app.cli.command.Command;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Progress;
import propria.app.cli.terminal.Terminal;
import propria.app.estimation.EstimationFolder;
import propria.app.estimation.ProfileOutput;
import propria.app.estimation.ProfileOutput.Finding;
import propria.app.text.Figures;
import propria.inference.parallel.Workers;
import propria.inference.petab.CandidateMeasurements;
import propria.inference.petab.PetabPosterior;
import propria.inference.profile.MeasurementAdvice;
import propria.inference.profile.Profile;
import propria.inference.profile.Profiling;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Shows how far parameters and predictions of a PEtab problem can move.
@CommandLine.Command(name = "profile", description = "Profiles of parameters and predictions of a PEtab problem, a verdict "
        + "for each, and what measurement would help; write profiles.csv and .svg, intervals.csv, profile.html.")
public final class ProfileCommand extends Command {

    @Mixin
    private final EstimationOptions options = new EstimationOptions();

    @Option(names = "--parameters", paramLabel = "ID,…", split = ",", description = "which (default: all)")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--predict", paramLabel = "OBSERVABLE@EXPERIMENT@TIME", split = ",", description = "predictions to "
            + "profile too; the experiment may be empty")
    private List<String> predictions = new ArrayList<>();

    @Option(names = "--level", paramLabel = "P", description = "of the intervals (default: 0.95)")
    private double level = 0.95;

    /// A quantity to profile: a parameter by its place, or a prediction.
    private record Quantity(String name, int parameter) {
    }

    @Override
    public int run(Terminal terminal) throws IOException {
        if (!(level > 0 && level < 1)) {
            throw new ProblemException(Problem.error("U310", "a level lies between 0 and 1", "--level " + level,
                    "write 0.95 for 95 %"));
        }
        PetabPosterior posterior = options.posterior(terminal);
        EstimationFolder folder = options.folder();
        List<Quantity> quantities = quantities(posterior);
        double[] best = options.climbs(posterior, folder, terminal).getFirst().optimum().point();
        Profiling profiling = new Profiling(posterior, options.maximiser().maximiser(), best, level,
                options.limit());
        CandidateMeasurements candidates = CandidateMeasurements.of(posterior);
        Progress progress = new Progress(terminal, "profiles");
        List<Finding> findings = Workers.map(quantities, options.threads(),
                quantity -> finding(profiling, posterior, quantity, candidates),
                done -> progress.at(done, quantities.size()));
        new ProfileOutput(folder, findings).write("Profiles of " + options.name(), level);
        for (Finding finding : findings) {
            Profile p = finding.profile();
            terminal.put(p.id(), java.util.Map.of("lower", p.lower(), "upper", p.upper(), "verdict",
                    p.verdict().name().toLowerCase(java.util.Locale.ROOT)));
            terminal.answer("  " + p.id() + " " + Figures.significant(p.lower(), 4) + " to "
                    + Figures.significant(p.upper(), 4) + ": " + p.verdict().words());
        }
        terminal.answer(options.out().resolve("profile.html").toString());
        return ExitCode.DONE;
    }

    private Finding finding(Profiling profiling, PetabPosterior posterior, Quantity quantity,
            CandidateMeasurements candidates) {
        Profile profile;
        if (quantity.parameter() >= 0) {
            profile = profiling.parameter(quantity.parameter());
        } else {
            PetabPosterior asked = CandidateMeasurements.prediction(posterior, quantity.name());
            double scale = asked.predictions(profiling.best()).scales()[0];
            profile = profiling.prediction(quantity.name(), point -> asked.predictions(point).values()[0],
                    Double.isFinite(scale) && scale > 0 ? scale : 1);
        }
        return new Finding(profile, MeasurementAdvice.of(profile, candidates::at));
    }

    private List<Quantity> quantities(PetabPosterior posterior) {
        List<String> ids = posterior.space().ids();
        List<Quantity> quantities = new ArrayList<>();
        for (String id : wanted) {
            if (!ids.contains(id)) {
                throw new ProblemException(Problem.error("U364", "the problem estimates no " + id,
                        String.join(", ", ids),
                        Nearest.of(id, ids).map(near -> "did you mean " + near + "?").orElse("name one of them")));
            }
        }
        IntStream.range(0, ids.size())
                .filter(i -> wanted.isEmpty() && predictions.isEmpty() || wanted.contains(ids.get(i)))
                .forEach(i -> quantities.add(new Quantity(ids.get(i), i)));
        predictions.forEach(name -> quantities.add(new Quantity(name, -1)));
        return quantities;
    }
}
