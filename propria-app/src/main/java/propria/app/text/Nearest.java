package propria.app.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The name that was meant when another was typed: the one at the smallest edit distance (V. I. Levenshtein, Soviet
/// Physics Doklady 10:707, 1966; with neighbours swapped counted once, F. J. Damerau, Commun. ACM 7:171, 1964), if it
/// is near enough to be a slip.
public final class Nearest {

    private Nearest() {
    }

    /// The name nearest to `typed`; empty when none is within a third of its length (at least one, two from four on).
    public static Optional<String> of(String typed, Collection<String> names) {
        int allowed = Math.max(typed.length() < 4 ? 1 : 2, typed.length() / 3);
        String lower = typed.toLowerCase(Locale.ROOT);
        return names.stream().filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= allowed)
                .min(Comparator.comparingInt((String name) -> distance(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// How many letters must be inserted, removed, replaced or swapped with their neighbour.
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
