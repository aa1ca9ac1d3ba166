package propria.inference.design;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days, concentrations and amounts as tables write them.
final class Times {

    private static final String NUMBER = "(\\d+(?:\\.\\d+)?(?:e\\d+)?)";
    private static final Pattern RANGE = Pattern.compile(NUMBER + " ?(?:-|to) ?" + NUMBER);
    private static final Pattern ONE = Pattern.compile(NUMBER);
    private static final Pattern PERCENT = Pattern.compile(NUMBER + " ?%");
    private static final Pattern READ_OUT = Pattern
            .compile("(?:read-?out(?: at)?|followed|sacrificed?)(?: on)?(?: day)? " + NUMBER + " ?(h|wk|weeks?|d)?");
    private static final Pattern LASTS = Pattern
            .compile("(?:dss[^,;]*?|% ?(?:for |x )?)" + NUMBER + " ?(?:d\\b|days)|d0-" + NUMBER);
    private static final int WEEK = 7;
    private static final int HOURS = 24;

    private Times() {
    }

    /// A day: a number, the middle of a range, the middle of several.
    static OptionalDouble day(String text) {
        List<Double> days = days(text, false);
        return days.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(days.get(days.size() / 2));
    }

    /// The days of doses; what stands in brackets explains and is left out.
    ///
    /// @param daily whether a range is every day of it, else its middle
    static List<Double> days(String text, boolean daily) {
        String plain = text.replaceAll("\\(.*?\\)", "").replaceFirst(" and .*", "");
        if (plain.matches(".*\\d+ (doses|injections|times).*")) {
            return List.of();
        }
        List<Double> days = new ArrayList<>();
        for (String part : plain.split("[;,]", -1)) {
            Matcher range = RANGE.matcher(part);
            Matcher one = ONE.matcher(part);
            if (range.find()) {
                double from = Double.parseDouble(range.group(1));
                double to = Double.parseDouble(range.group(2));
                if (!daily) {
                    days.add((from + to) / 2);
                }
                for (double day = from; daily && day <= to; day++) {
                    days.add(day);
                }
            } else if (one.find()) {
                days.add(Double.parseDouble(one.group(1)));
            }
        }
        return days;
    }

    /// An amount: a number, the geometric mean of a range.
    static OptionalDouble amount(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.find()) {
            return OptionalDouble.of(StrictMath.sqrt(
                    Double.parseDouble(range.group(1)) * Double.parseDouble(range.group(2))));
        }
        Matcher one = ONE.matcher(text);
        return one.find() ? OptionalDouble.of(Double.parseDouble(one.group(1))) : OptionalDouble.empty();
    }

    /// The first percentage.
    static OptionalDouble percent(String text) {
        Matcher percent = PERCENT.matcher(text);
        return percent.find() ? OptionalDouble.of(Double.parseDouble(percent.group(1))) : OptionalDouble.empty();
    }

    /// How many days an insult lasts.
    static OptionalDouble lasts(String text) {
        Matcher lasts = LASTS.matcher(text);
        return lasts.find()
                ? OptionalDouble.of(Double.parseDouble(lasts.group(1) == null ? lasts.group(2) : lasts.group(1)))
                : OptionalDouble.empty();
    }

    /// The day of reading that a description states.
    static OptionalDouble readOut(String text) {
        Matcher found = READ_OUT.matcher(text);
        if (!found.find()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(found.group(1));
        String unit = found.group(2) == null ? "d" : found.group(2);
        return OptionalDouble.of(unit.startsWith("w") ? number * WEEK : unit.equals("h") ? number / HOURS : number);
    }
}
