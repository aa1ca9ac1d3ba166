package propria.engine.random;

/// Numbers one after the other, for one run and one purpose: the same names give the same numbers for ever, whichever
/// thread asks. To be used again and again, one a thread; nothing is allocated by drawing.
public final class RandomStream {

    private static final double STEP = 0x1.0p-53;

    private final int[] words = new int[4];
    private int key0;
    private int key1;
    private int purpose;
    private int run;
    private long next;
    private boolean half;

    /// Goes to the first number of a stream.
    ///
    /// @param seed of a study or an ensemble
    /// @param run the number of the run
    /// @param use what the numbers are for
    public void begin(long seed, int run, String use) {
        key0 = (int) seed;
        key1 = (int) (seed >>> 32);
        purpose = Streams.code(use);
        this.run = run;
        next = 0;
        half = false;
    }

    /// A number between 0 and 1, neither of them; one of 2^53 at equal distances.
    public double uniform() {
        if (half) {
            half = false;
            return uniform(words[2], words[3]);
        }
        words[0] = (int) next;
        words[1] = purpose;
        words[2] = (int) (next >>> 32);
        words[3] = run;
        next++;
        Philox.mix(words, key0, key1);
        half = true;
        return uniform(words[0], words[1]);
    }

    private static double uniform(int high, int low) {
        return (((long) high << 32 | low & 0xFFFFFFFFL) >>> 11) * STEP + STEP / 2;
    }

    /// An exponential number of mean 1.
    public double exponential() {
        return -StrictMath.log(uniform());
    }

    /// A standard normal number.
    public double normal() {
        return Normal.quantile(uniform());
    }
}
