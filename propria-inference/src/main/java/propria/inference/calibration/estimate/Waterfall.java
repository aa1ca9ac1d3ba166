package propria.inference.calibration.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import propria.inference.calibration.emulator.Emulator;
import propria.inference.optimise.LimitedMemoryBfgs;
import propria.inference.optimise.MultiStart;
import propria.inference.optimise.StartDesign;
import propria.inference.posterior.EstimatedParameter;
import propria.inference.posterior.LogPosterior;
import propria.inference.posterior.ParameterSpace;
import propria.inference.posterior.PriorDistribution;
import propria.inference.posterior.PriorFamily;
import propria.inference.posterior.Scale;

/// Climbs to the top of the posterior from many starts, under the last emulator, and what the model says of each top.
public final class Waterfall {

    private static final int LIMIT = 100;
    private static final double MOST = 5;

    private Waterfall() {
    }

    /// A table as comma-separated text, the best first.
    public static String table(CalibrationRun run, int starts) throws InterruptedException {
        Emulator emulator = run.emulator();
        LogPosterior posterior = posterior(run, emulator);
        List<double[]> from = StartDesign.SOBOL.points(posterior.space(), starts, run.plan().seed());
        List<MultiStart.Climb> climbs = new MultiStart(new LimitedMemoryBfgs(), LIMIT).run(posterior, from,
                run.plan().threads());
        StringBuilder text = new StringBuilder("rank,start,emulated,by_model,evaluations,stop\n");
        List<double[]> tops = new ArrayList<>();
        climbs.forEach(climb -> tops.add(climb.optimum().point()));
        List<Double> exact = run.exact(tops);
        for (int i = 0; i < climbs.size(); i++) {
            MultiStart.Climb climb = climbs.get(i);
            double[] top = climb.optimum().point();
            text.append(String.format(Locale.ROOT, "%d,%d,%.3f,%.3f,%d,%s\n", i + 1, climb.start(),
                    run.target().log(emulator.at(top), top, 1, Target.ALL), exact.get(i),
                    climb.optimum().evaluations(), climb.optimum().stop().name().toLowerCase(Locale.ROOT)));
        }
        return text.toString();
    }

    private static LogPosterior posterior(CalibrationRun run, Emulator emulator) {
        PriorDistribution normal = PriorDistribution.of(PriorFamily.NORMAL, 0, 1);
        ParameterSpace space = new ParameterSpace(run.target().parameters().all().stream()
                .map(free -> EstimatedParameter.of(free.id(), Scale.LINEAR, -MOST, MOST, 0, normal)).toList());
        return new LogPosterior() {

            @Override
            public ParameterSpace space() {
                return space;
            }

            @Override
            public double logLikelihood(double[] point) {
                return run.target().logLikelihood(emulator.at(point), point, Target.ALL);
            }
        };
    }
}
