package propria.engine.random;

/// Philox4x32-10, a counter-based generator: a bijection of 128 bits under a key of 64 bits, ten rounds of it.
///
/// Salmon, Moraes, Dror and Shaw 2011, Parallel random numbers: as easy as 1, 2, 3 (doi:10.1145/2063384.2063405).
public final class Philox {

    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final long LOW = 0xFFFFFFFFL;

    private Philox() {
    }

    /// The four words that belong to a counter.
    ///
    /// @param counter four words
    /// @param key0 the first word of the key
    /// @param key1 the second word of the key
    public static int[] block(int[] counter, int key0, int key1) {
        int[] words = counter.clone();
        mix(words, key0, key1);
        return words;
    }

    /// Replaces a counter by the four words that belong to it.
    static void mix(int[] words, int key0, int key1) {
        int c0 = words[0];
        int c1 = words[1];
        int c2 = words[2];
        int c3 = words[3];
        int k0 = key0;
        int k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (c0 & LOW);
            long product1 = MULTIPLIER_1 * (c2 & LOW);
            int n0 = (int) (product1 >>> 32) ^ c1 ^ k0;
            int n2 = (int) (product0 >>> 32) ^ c3 ^ k1;
            c0 = n0;
            c1 = (int) product1;
            c2 = n2;
            c3 = (int) product0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        words[0] = c0;
        words[1] = c1;
        words[2] = c2;
        words[3] = c3;
    }
}
