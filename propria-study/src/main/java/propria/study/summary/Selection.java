package propria.study.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Describes columns of any length in memory that does not grow with it, to the bits that sorting would give.
///
/// Order statistics are found by counting digits: doubles are ordered like their bits (IEEE 754, with the sign turned), 13
/// bits are counted in a pass, and the next pass counts the next 13 of only those values that share what is known of a
/// wanted one (most-significant-digit radix selection; Knuth, The Art of Computer Programming 3, 5.2.5 and 5.3.3). Five
/// passes fix all 64 bits.
final class Selection {

    private static final int BITS = 13;
    private static final int PASSES = 5;
    private static final int BUCKETS = 1 << BITS;

    /// So many columns are counted at once: at most 64 kB a column and wanted value.
    private static final int BLOCK = 32;

    private final int count;
    private final Consumer<Storage.Visitor> scan;
    private final double[] probabilities;

    Selection(int count, Consumer<Storage.Visitor> scan, double[] probabilities) {
        this.count = count;
        this.scan = scan;
        this.probabilities = probabilities;
    }

    List<Columns.Described> describe() {
        List<Columns.Described> all = new ArrayList<>();
        for (int from = 0; from < count; from += BLOCK) {
            Column[] block = new Column[StrictMath.min(BLOCK, count - from)];
            Arrays.setAll(block, i -> new Column(probabilities));
            for (int pass = 0; pass < PASSES; pass++) {
                int first = from;
                Arrays.stream(block).forEach(Column::begin);
                scan.accept((draw, subject, values) -> {
                    for (int c = 0; c < block.length; c++) {
                        block[c].read(values[first + c]);
                    }
                });
                Arrays.stream(block).forEach(Column::end);
            }
            Arrays.stream(block).map(Column::described).forEach(all::add);
        }
        return all;
    }

    /// The bits of a number as an unsigned integer that rises with it.
    static long key(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }

    /// The number of a key.
    static double number(long key) {
        return Double.longBitsToDouble(key ^ (~key >> 63 | Long.MIN_VALUE));
    }

    /// How many bits of a key stand below those known after a pass; none after the last.
    private static int below(int pass) {
        return StrictMath.max(0, Long.SIZE - BITS * (pass + 1));
    }

    /// One column on its way.
    private static final class Column {

        private final double[] probabilities;
        private int pass = -1;
        private int n;
        private double sum;
        private double squares;
        /// What is known of the wanted values, two a probability: leading bits, and the rank among those that share them.
        private final long[] known;
        private final long[] rank;
        private long[] heads = {0};
        private long[][] counts = new long[0][];

        Column(double[] probabilities) {
            this.probabilities = probabilities;
            this.known = new long[2 * probabilities.length];
            this.rank = new long[known.length];
        }

        void begin() {
            pass++;
            heads = pass == 0 ? new long[]{0} : Arrays.stream(known).distinct().toArray();
            counts = new long[heads.length][BUCKETS];
        }

        void read(double[] values) {
            double mean = sum / n;
            int shift = below(pass);
            int above = pass == 0 ? 0 : below(pass - 1);
            int mask = pass == 0 ? BUCKETS - 1 : (1 << above - shift) - 1;
            for (double value : values) {
                if (Double.isNaN(value)) {
                    continue;
                }
                long key = key(value);
                if (pass == 0) {
                    sum += value;
                    n++;
                    counts[0][(int) (key >>> shift)]++;
                    continue;
                }
                if (pass == 1) {
                    squares += (value - mean) * (value - mean);
                }
                long head = key >>> above;
                for (int i = 0; i < heads.length; i++) {
                    if (heads[i] == head) {
                        counts[i][(int) (key >>> shift) & mask]++;
                        break;
                    }
                }
            }
        }

        void end() {
            if (pass == 0) {
                for (int i = 0; i < probabilities.length; i++) {
                    int below = (int) ((n - 1) * probabilities[i]);
                    rank[2 * i] = below;
                    rank[2 * i + 1] = StrictMath.min(below + 1, n - 1);
                }
            }
            int width = pass == 0 ? 0 : below(pass - 1) - below(pass);
            for (int i = 0; n > 0 && i < known.length; i++) {
                int head = 0;
                while (heads[head] != known[i]) {
                    head++;
                }
                int bucket = 0;
                while (rank[i] >= counts[head][bucket]) {
                    rank[i] -= counts[head][bucket++];
                }
                known[i] = known[i] << width | bucket;
            }
            counts = new long[0][];
        }

        Columns.Described described() {
            double[] quantiles = new double[probabilities.length];
            Arrays.fill(quantiles, Double.NaN);
            for (int i = 0; n > 0 && i < quantiles.length; i++) {
                double place = (n - 1) * probabilities[i];
                double low = number(known[2 * i]);
                quantiles[i] = low + (place - (int) place) * (number(known[2 * i + 1]) - low);
            }
            return new Columns.Described(n, n == 0 ? Double.NaN : sum / n, Columns.sd(squares, n), quantiles);
        }
    }
}
