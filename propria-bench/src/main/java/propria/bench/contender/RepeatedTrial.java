package propria.bench.contender;

import propria.bench.clock.ThreadTime;
import propria.engine.simulate.SimulationFailure;
import propria.engine.step.StepFailure;
import propria.model.problem.ProblemException;

/// A trial of the engine: simulates again and again in this process, and keeps what came last.
///
/// @param <R> what a simulation gives
public abstract class RepeatedTrial<R> implements Contender.Trial {

    private Recorded recorded = Recorded.NOTHING;

    /// What a simulation recorded.
    ///
    /// @param values time by time
    /// @param steps accepted
    public record Recorded(double[] values, long steps) {

        static final Recorded NOTHING = new Recorded(new double[0], 0);
    }

    /// Simulates; this is what is timed.
    protected abstract R simulate();

    /// What a simulation recorded; not timed.
    protected abstract Recorded recorded(R last);

    @Override
    public final double run(int repeats) {
        try {
            long begin = ThreadTime.nanos();
            R last = simulate();
            for (int r = 1; r < repeats; r++) {
                last = simulate();
            }
            double seconds = (ThreadTime.nanos() - begin) * 1e-9 / repeats;
            recorded = recorded(last);
            return seconds;
        } catch (SimulationFailure e) {
            throw new ContenderFailure(e.problem().why(), e);
        } catch (ProblemException e) {
            throw new ContenderFailure(e.problems().getFirst().what(), e);
        } catch (StepFailure e) {
            throw new ContenderFailure(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public final double[] values() {
        return recorded.values().clone();
    }

    @Override
    public final long steps() {
        return recorded.steps();
    }

    @Override
    public final void close() {
        recorded = Recorded.NOTHING;
    }
}
