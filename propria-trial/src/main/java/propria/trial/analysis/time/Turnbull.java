package propria.trial.analysis.time;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The curve of interval-censored times that fits best: B. W. Turnbull, J R Stat Soc B 38 (1976), 290-295, by his
/// self-consistency.
///
/// @param pieces where the events lie, ascending; where within a piece is not known
/// @param probabilities of each piece
public record Turnbull(List<CensoredInterval> pieces, double[] probabilities) {

    private static final int MOST_STEPS = 100_000;
    private static final double CLOSE = 1e-10;

    public Turnbull {
        pieces = List.copyOf(pieces);
    }

    /// The curve of some subjects.
    public static Turnbull of(List<CensoredInterval> subjects) {
        List<CensoredInterval> pieces = pieces(subjects);
        double[] p = new double[pieces.size()];
        java.util.Arrays.fill(p, 1.0 / p.length);
        boolean[][] holds = new boolean[subjects.size()][p.length];
        for (int s = 0; s < holds.length; s++) {
            for (int k = 0; k < p.length; k++) {
                holds[s][k] = holds(subjects.get(s), pieces.get(k));
            }
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = new double[p.length];
            for (boolean[] own : holds) {
                double sum = 0;
                for (int k = 0; k < p.length; k++) {
                    sum += own[k] ? p[k] : 0;
                }
                for (int k = 0; k < p.length; k++) {
                    next[k] += own[k] ? p[k] / sum / holds.length : 0;
                }
            }
            double change = 0;
            for (int k = 0; k < p.length; k++) {
                change = StrictMath.max(change, StrictMath.abs(next[k] - p[k]));
            }
            p = next;
            if (change < CLOSE) {
                break;
            }
        }
        return new Turnbull(pieces, p);
    }

    private static boolean holds(CensoredInterval subject, CensoredInterval piece) {
        return subject.exact()
                ? piece.exact() && piece.left() == subject.left()
                : piece.left() >= subject.left() && piece.right() <= subject.right()
                        && !(piece.exact() && piece.left() == subject.left());
    }

    /// The innermost intervals: from a left end to the next end, when that is a right one.
    private static List<CensoredInterval> pieces(List<CensoredInterval> subjects) {
        TreeSet<Double> lefts = new TreeSet<>();
        TreeSet<Double> rights = new TreeSet<>();
        TreeSet<Double> exact = new TreeSet<>();
        subjects.forEach(s -> {
            if (s.exact()) {
                exact.add(s.left());
            } else {
                lefts.add(s.left());
                rights.add(s.right());
            }
        });
        List<CensoredInterval> pieces = new ArrayList<>();
        exact.forEach(e -> pieces.add(new CensoredInterval(e, e)));
        for (double left : lefts) {
            Double right = rights.higher(left);
            Double next = lefts.higher(left);
            Double known = exact.higher(left);
            if (right != null && (next == null || next >= right) && (known == null || known > right)) {
                pieces.add(new CensoredInterval(left, right));
            }
        }
        pieces.sort(java.util.Comparator.comparingDouble(CensoredInterval::right));
        return pieces;
    }

    /// The share without an event at a time, at most: pieces that hold the time count as not yet.
    public double survival(double time) {
        double survival = 1;
        for (int k = 0; k < probabilities.length; k++) {
            if (pieces.get(k).right() <= time) {
                survival -= probabilities[k];
            }
        }
        return survival;
    }
}
