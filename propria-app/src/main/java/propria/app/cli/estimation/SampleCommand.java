package propria.app.cli.estimation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import propria.app.cli.command.Command;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Progress;
import propria.app.cli.terminal.Terminal;
import propria.app.estimation.EstimationFolder;
import propria.app.estimation.SampleOutput;
import propria.app.text.Figures;
import propria.inference.optimise.MultiStart.Climb;
import propria.inference.petab.PetabPosterior;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.ParameterSpace;
import propria.inference.sample.ChainStore;
import propria.inference.sample.Draws;
import propria.inference.sample.LeaveOnePieceOut;
import propria.inference.sample.Sampling;
import propria.inference.sample.SamplingPlan;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Draws from the posterior of a PEtab problem.
@CommandLine.Command(name = "sample", description = "Draw from the posterior of a PEtab problem; write draws.csv, "
        + "summary.csv, diagnostics.json, posterior.svg, sample.html.")
public final class SampleCommand extends Command {

    private static final double WIDEST_SHARE = 0.1;

    @Mixin
    private final EstimationOptions options = new EstimationOptions();

    @Option(names = "--sampler", paramLabel = "S", description = "parallel-tempering or nuts (default: parallel-tempering)")
    private String sampler = SamplingPlan.Kind.PARALLEL_TEMPERING.text();

    @Option(names = "--chains", paramLabel = "N", description = "default: 4")
    private int chains = 4;

    @Option(names = "--warmup", paramLabel = "N", description = "iterations that are not kept (default: 1000)")
    private int warmup = 1000;

    @Option(names = "--draws", paramLabel = "N", description = "kept draws of each chain (default: 1000)")
    private int draws = 1000;

    @Option(names = "--thin", paramLabel = "N", description = "keep every which iteration (default: 5 for "
            + "parallel-tempering, 1 for nuts)")
    private int thin;

    @Override
    public int run(Terminal terminal) throws IOException {
        SamplingPlan plan = plan();
        PetabPosterior posterior = options.posterior(terminal);
        EstimationFolder folder = options.folder();
        List<Climb> climbs = options.climbs(posterior, folder, terminal);
        List<double[]> starts = climbs.stream().map(c -> c.optimum().point())
                .filter(p -> posterior.density(p, Order.VALUE).isDefined()).limit(chains).toList();
        Progress progress = new Progress(terminal, "chains");
        String fingerprint = EstimationFolder.fingerprint(posterior.problem(), plan.kind() + " " + warmup + " " + draws
                + " " + plan.thin() + " " + plan.seed() + " " + Arrays.deepToString(starts.toArray()));
        Draws drawn = new Sampling(posterior, plan, ChainStore.in(folder.kept(), fingerprint)).run(starts,
                widths(posterior, starts.getFirst()), done -> progress.at(done, chains));
        SampleOutput output = new SampleOutput(folder, posterior.space(), drawn);
        output.write("Posterior of " + options.name(), LeaveOnePieceOut.of(posterior, drawn, options.threads()));
        terminal.put("largest_r_hat", output.rHat()).put("smallest_effective_sample_size", output.effective())
                .put("converged", output.isConverged()).put("divergences", drawn.divergences())
                .put("folder", options.out().toString());
        terminal.answer(Figures.count((long) chains * draws, "draw") + ", largest R-hat "
                + Figures.significant(output.rHat(), 4) + ", smallest effective sample size "
                + Figures.of(output.effective()) + (output.isConverged() ? "" : ": not converged, draw more"));
        terminal.answer(options.out().resolve("sample.html").toString());
        return ExitCode.DONE;
    }

    private SamplingPlan plan() {
        SamplingPlan.Kind kind = Arrays.stream(SamplingPlan.Kind.values()).filter(k -> k.text().equals(sampler))
                .findFirst().orElseThrow(() -> new ProblemException(Problem.error("U362",
                        "there is no sampler `" + sampler + "`", "", "use parallel-tempering or nuts")));
        int every = thin > 0 ? thin : kind == SamplingPlan.Kind.NO_U_TURN ? 1 : 5;
        try {
            return new SamplingPlan(kind, chains, warmup, draws, every, options.seed(), options.threads());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.error("U310", "these counts make no sample",
                    String.valueOf(e.getMessage()), "leave them out to use the defaults"));
        }
    }

    /// Standard errors where the information gives them, else a share of the bounds.
    private static double[] widths(PetabPosterior posterior, double[] point) {
        double[] widths = posterior.posterior(point, Order.INFORMATION).standardErrors();
        ParameterSpace space = posterior.space();
        for (int i = 0; i < widths.length; i++) {
            double most = WIDEST_SHARE * (space.upper()[i] - space.lower()[i]);
            double fallback = Double.isFinite(most) ? most : 1;
            widths[i] = Double.isFinite(widths[i]) ? Math.min(widths[i], fallback) : fallback;
        }
        return widths;
    }
}
