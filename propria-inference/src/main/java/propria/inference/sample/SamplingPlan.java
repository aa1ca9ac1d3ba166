package propria.inference.sample;

/// How much to draw.
///
/// @param kind which chains
/// @param chains how many, from different starts; at least two, so that they can be compared
/// @param warmup iterations in which a chain learns its step; they are not kept
/// @param draws iterations of each chain that are kept, after thinning
/// @param thin every which iteration is kept
/// @param seed of the random numbers
/// @param threads how many chains run at once; the draws do not depend on it
public record SamplingPlan(Kind kind, int chains, int warmup, int draws, int thin, long seed, int threads) {

    public SamplingPlan {
        if (chains < 2 || warmup < 1 || draws < 4 || thin < 1) {
            throw new IllegalArgumentException("at least 2 chains, 1 warm-up iteration, 4 draws, thinning by 1");
        }
    }

    /// The kinds of chains.
    public enum Kind {
        /// [propria.inference.sample.chain.ParallelTempering]
        PARALLEL_TEMPERING("parallel-tempering"),
        /// [propria.inference.sample.chain.NoUTurn]
        NO_U_TURN("nuts");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /// The name on the command line.
        public String text() {
            return text;
        }
    }

    /// All iterations of a chain.
    int iterations() {
        return warmup + draws * thin;
    }
}
