package propria.app.report.svg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Keeps labels from covering one another.
public final class Labels {

    private static final double CHARACTER = 0.56;

    private Labels() {
    }

    /// About how wide `text` is at a font size.
    public static double width(String text, double fontSize) {
        return text.length() * CHARACTER * fontSize;
    }

    /// The nearest places to `wanted` at which labels of the given heights stand clear of one another between `low` and
    /// `high`; in the order of the input. Too many labels spread evenly.
    public static double[] spread(double[] wanted, double[] heights, double low, double high) {
        int n = wanted.length;
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> wanted[i]).thenComparing(i -> i));
        double[] placed = new double[n];
        double edge = low;
        for (int i : order) {
            placed[i] = Math.max(wanted[i], edge + heights[i] / 2);
            edge = placed[i] + heights[i] / 2;
        }
        edge = high;
        for (int k = n - 1; k >= 0; k--) {
            int i = order[k];
            placed[i] = Math.min(placed[i], edge - heights[i] / 2);
            edge = placed[i] - heights[i] / 2;
        }
        return placed;
    }

    /// `text` cut at spaces into lines of at most `characters`, the last line takes what is left.
    public static List<String> wrap(String text, int characters, int lines) {
        List<String> wrapped = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > characters && wrapped.size() < lines - 1) {
            int cut = rest.lastIndexOf(' ', characters);
            if (cut <= 0) {
                break;
            }
            wrapped.add(rest.substring(0, cut));
            rest = rest.substring(cut + 1);
        }
        boolean tooLong = rest.length() > characters + 4;
        wrapped.add(tooLong ? rest.substring(0, characters).strip() + "…" : rest);
        return wrapped;
    }
}
