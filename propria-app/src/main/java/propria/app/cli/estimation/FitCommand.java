package propria.app.cli.estimation;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import propria.app.cli.command.Command;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.estimation.EstimationFolder;
import propria.app.estimation.FitOutput;
import propria.app.text.Figures;
import propria.inference.optimise.MultiStart.Climb;
import propria.inference.petab.PetabPosterior;

/// Finds the best parameters of a PEtab problem.
@CommandLine.Command(name = "fit", description = "Find the best parameters of a PEtab problem from many starts; write "
        + "estimates.csv, waterfall.csv and .svg, fit.html, and the problem at its best.")
public final class FitCommand extends Command {

    @Mixin
    private final EstimationOptions options = new EstimationOptions();

    @Override
    public int run(Terminal terminal) throws IOException {
        PetabPosterior posterior = options.posterior(terminal);
        EstimationFolder folder = options.folder();
        List<Climb> climbs = options.climbs(posterior, folder, terminal);
        FitOutput output = new FitOutput(folder, posterior, climbs);
        output.write("Fit of " + options.name());
        double[] best = climbs.getFirst().optimum().point();
        double logLikelihood = posterior.logLikelihood(best);
        terminal.put("log_likelihood", logLikelihood).put("log_posterior", climbs.getFirst().optimum().value())
                .put("chi2", posterior.chiSquared(best)).put("starts", climbs.size())
                .put("starts_at_best", output.agreeing()).put("estimates", posterior.space().values(best))
                .put("folder", options.out().toString());
        terminal.answer("log-likelihood " + Figures.significant(logLikelihood, 7) + ", chi2 "
                + Figures.of(posterior.chiSquared(best)) + ", " + output.agreeing() + " of "
                + Figures.count(climbs.size(), "start") + " at the best point");
        posterior.space().values(best)
                .forEach((id, value) -> terminal.answer("  " + id + " = " + Figures.significant(value, 6)));
        terminal.answer(options.out().resolve("fit.html").toString());
        return ExitCode.DONE;
    }
}
