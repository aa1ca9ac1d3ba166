package propria.trial.clinical.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads how many cells a patient got in all from what people write: `120e6 cells once`, `2e6/kg weekly x4`,
/// `1.2 x 10^8`, `(142.3 +/- 45.7)e6`, `100 million`.
public final class DoseReader {

    private static final double KG = 70;
    private static final double FEWEST = 1e4;
    private static final Pattern AMOUNT = Pattern.compile(
            "\\(?(\\d+(?:\\.\\d+)?)(?:\\s*(?:\\+/-|±)\\s*[\\d.]+\\s*\\))?(?:e(\\d+)|\\s*[x×*]\\s*10\\s*\\^?\\s*(\\d+)|"
                    + "\\s*(million|m(?= cells)))(?:\\s*(?:cells|msc|msc/|asc))?(?:\\s*/\\s*kg)?(\\s*/\\s*(?:ml|cm2)| per cm)?");
    private static final Pattern RANGE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*-\\s*(\\d+(?:\\.\\d+)?)e(\\d+)");
    private static final Pattern LIST = Pattern
            .compile("((?:\\d+(?:\\.\\d+)?\\s*,\\s*)*\\d+(?:\\.\\d+)?)\\s+or\\s+\\d+(?:\\.\\d+)?e(\\d+)");
    private static final Pattern TIMES = Pattern.compile("\\s[x×]\\s?(\\d{1,2})(?![\\d.]|\\s*\\^)");
    private static final Pattern LATER = Pattern.compile("second|repeat|if unhealed|if needed|if incomplete|;");

    private DoseReader() {
    }

    /// All cells of the first course of treatment; the geometric mean where several amounts are named.
    ///
    /// @return empty where the text names no number of cells, or one per volume or area
    public static OptionalDouble cells(String text) {
        String plain = LATER.split(expanded(text.toLowerCase(Locale.ROOT)), 2)[0];
        Matcher found = AMOUNT.matcher(plain);
        List<Double> logs = new ArrayList<>();
        while (found.find()) {
            if (found.group(5) != null) {
                continue;
            }
            double amount = Double.parseDouble(found.group(1)) * power(found)
                    * (plain.contains("/kg") || plain.contains("/ kg") ? KG : 1);
            if (amount >= FEWEST) {
                logs.add(StrictMath.log(amount));
            }
        }
        if (logs.isEmpty()) {
            return OptionalDouble.empty();
        }
        Matcher times = TIMES.matcher(plain);
        double doses = times.find() ? Double.parseDouble(times.group(1)) : 1;
        return OptionalDouble.of(
                doses * StrictMath.exp(logs.stream().mapToDouble(Double::doubleValue).average().orElse(0)));
    }

    /// `1-2e6` as `1e6, 2e6`, and `2, 5 or 10e6` as `2e6, 5e6, 10e6`.
    private static String expanded(String text) {
        String ranges = RANGE.matcher(text).replaceAll("$1e$3, $2e$3");
        Matcher list = LIST.matcher(ranges);
        if (!list.find()) {
            return ranges;
        }
        String spread = list.group(1).replaceAll("(\\d+(?:\\.\\d+)?)", "$1e" + list.group(2));
        return new StringBuilder(ranges).replace(list.start(1), list.end(1), spread).toString();
    }

    private static double power(Matcher found) {
        if (found.group(2) != null) {
            return StrictMath.pow(10, Integer.parseInt(found.group(2)));
        }
        if (found.group(3) != null) {
            return StrictMath.pow(10, Integer.parseInt(found.group(3)));
        }
        return 1e6;
    }
}
