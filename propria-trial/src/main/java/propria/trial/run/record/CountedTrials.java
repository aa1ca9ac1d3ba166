package propria.trial.run.record;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.operating.Recorded;
import propria.trial.operating.TrialSet;
import propria.trial.score.ClinicalScore;

/// Recorded trials that are counted as they are read. The truth of draws, and what looks at the first trials only, is not counted.
///
/// @param count over all that is read
public record CountedTrials(Recorded recorded, Count count) implements Recorded {

    /// Is told of a count.
    @FunctionalInterface
    public interface Told {

        /// Called from several threads.
        void at(long done, long total);
    }

    /// Counts, and tells about two hundred times and at the end. Safe to share between threads.
    public static final class Count {

        /// Tells nobody.
        public static final Count NONE = new Count(Long.MAX_VALUE, (_, _) -> {
        });

        private static final long TIMES = 200;

        private final AtomicLong done = new AtomicLong();
        private final long total;
        private final long step;
        private final Told told;

        /// @param total how many there will be
        public Count(long total, Told told) {
            this.total = total;
            this.step = StrictMath.max(1, total / TIMES);
            this.told = told;
        }

        private void one() {
            long now = done.incrementAndGet();
            if (now <= total && (now % step == 0 || now == total)) {
                told.at(now, total);
            }
        }
    }

    @Override
    public boolean has(TrialSet set) {
        return recorded.has(set);
    }

    @Override
    public <R> List<R> map(TrialSet set, int most, Set<ClinicalScore> needed, Function<SimulatedTrial, R> work) {
        if (set.kind() == TrialSet.Kind.TRUTH || most < Integer.MAX_VALUE) {
            return recorded.map(set, most, needed, work);
        }
        return recorded.map(set, most, needed, trial -> {
            R read = work.apply(trial);
            count.one();
            return read;
        });
    }
}
