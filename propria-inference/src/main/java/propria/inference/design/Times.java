package propria.inference.design;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days, concentrations and amounts as tables write them.
final class Times {

    private static final String NUMBER = "(\\d+(?:\\.\\d+)?(?:e\\d+)?)";
    private static final Pattern RANGE = Pattern
            .compile(NUMBER + " ?(?:-|–|to|until|till|through) ?(?:days? ?|d)?" + NUMBER);
    private static final Pattern ONE = Pattern.compile(NUMBER);
    private static final Pattern BEFORE = Pattern.compile("(?:^|\\s|\\bd)[-−–] ?$");
    private static final Pattern PERCENT = Pattern.compile(NUMBER + " ?(?:%|per ?cent)");
    private static final Pattern HOURS_AFTER = Pattern.compile("^ ?(?:h|hrs?|hours?)\\b");
    private static final Pattern WEEKS_AFTER = Pattern.compile("^ ?(?:wks?|weeks?|w)\\b");
    private static final Pattern WEEKS_BEFORE = Pattern.compile("(?:wks?|weeks?) ?$");
    private static final Pattern STEP = Pattern
            .compile("(every|each) (other|second|third|week|\\d+) ?(?:days?|d\\b)?|alternate days?|weekly|once a week");
    private static final Pattern NAMED = Pattern
            .compile("^[^()]*(?:h|hours?) (?:after|before)[^()]*\\((?:on )?((?:days? |d)\\d+)\\)");
    private static final Pattern WEEKS = Pattern.compile("^(?:on |in )?(?:wks|weeks) ");
    private static final Pattern TIMES = Pattern.compile("[x×] ?(\\d+)|(\\d+) ?(?:x\\b|doses|injections|times)");
    private static final Pattern READ_OUT = Pattern
            .compile("(?:read-?out(?: at)?|followed|sacrificed?)(?: on)?(?: day)? " + NUMBER + " ?(h|wk|weeks?|d)?");
    private static final Pattern LASTS = Pattern
            .compile("(?:dss[^,;]*?|% ?(?:for |x )?)" + NUMBER + " ?(?:d\\b|days)|d0-" + NUMBER
                    + "|(?:dss|%|v|water|sul\\w+)[),: ]+(?:for )?" + NUMBER
                    + "[- ]?(?:d\\b|days?\\b)|\\bd(?:ays?)? ?0 ?"
                    + "(?:-|–|to|until|through) ?d?(?:ays?)? ?" + NUMBER);
    private static final int WEEK = 7;
    private static final int HOURS = 24;

    private Times() {
    }

    /// A day: a number, below zero before the first day; the middle of a range, the middle of several.
    static OptionalDouble day(String text) {
        List<Double> days = days(text, false);
        return days.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(days.get(days.size() / 2));
    }

    /// The days of doses; what stands in brackets explains and is left out.
    ///
    /// @param daily whether a range is every day of it, else its middle
    static List<Double> days(String text, boolean daily) {
        String plain = outside(text.toLowerCase(java.util.Locale.ROOT))
                .replaceAll(",? (?:and|&) (?:on )?(?:days? |d)?(?=[\\d.]+[^;,\\d]*$)", ";").replaceFirst(" and .*", "");
        Matcher step = STEP.matcher(plain);
        if (daily && step.find()) {
            return repeated(STEP.matcher(plain).replaceAll(" "), step.group());
        }
        if (plain.matches(".*\\d+ (doses|injections|times).*")) {
            return List.of();
        }
        List<Double> days = new ArrayList<>();
        boolean weeks = WEEKS.matcher(plain).find();
        for (String each : plain.split("[;,]", -1)) {
            String part = weeks && !WEEKS.matcher(each).find() ? "week " + each.strip() : each;
            Matcher range = RANGE.matcher(part);
            Matcher one = ONE.matcher(part);
            if (range.find()) {
                days.addAll(range(range, part, daily ? 1 : 0));
            } else if (one.find()) {
                boolean before = BEFORE.matcher(part.substring(0, one.start())).find();
                days.add((before ? -1 : 1) * Double.parseDouble(one.group(1)) * unit(part, one));
            }
        }
        return days;
    }

    /// A text without what stands in brackets and explains it; the brackets where they name the day that the text leaves to
    /// be found, as in `48 h after the last cycle (day 9)`.
    private static String outside(String text) {
        Matcher named = NAMED.matcher(text);
        return named.find() ? named.group(1) : text.replaceAll("\\(.*?\\)", "");
    }

    /// The days of a range, so far apart; its middle for a step of 0.
    private static List<Double> range(Matcher range, String part, double step) {
        double unit = unit(part, range);
        double from = unit * Double.parseDouble(range.group(1));
        double to = unit * Double.parseDouble(range.group(2));
        List<Double> days = new ArrayList<>();
        if (step == 0) {
            days.add((from + to) / 2);
        }
        for (double day = from; step > 0 && day <= to; day += step) {
            days.add(day);
        }
        return days;
    }

    /// Doses at equal distances, from a range or from a first day and their number; none where neither is stated.
    private static List<Double> repeated(String text, String step) {
        double distance = step.contains("week")
                ? WEEK
                : step.contains("third") ? 3 : amount(step).orElse(2);
        Matcher range = RANGE.matcher(text);
        if (range.find()) {
            return range(range, text, distance);
        }
        Matcher times = TIMES.matcher(text);
        if (!times.find()) {
            return List.of();
        }
        List<Double> first = days(text.replace(times.group(), ""), false);
        double count = Double.parseDouble(times.group(1) == null ? times.group(2) : times.group(1));
        List<Double> days = new ArrayList<>();
        for (int dose = 0; !first.isEmpty() && dose < count; dose++) {
            days.add(first.getFirst() + dose * distance);
        }
        return days;
    }

    /// What one of the unit of a number is in days: a number without a unit, or with any other, is of days.
    private static double unit(String text, Matcher number) {
        String after = text.substring(number.end());
        return HOURS_AFTER.matcher(after).find()
                ? 1.0 / HOURS
                : WEEKS_AFTER.matcher(after).find() || WEEKS_BEFORE.matcher(text.substring(0, number.start())).find()
                        ? WEEK
                        : 1;
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
        boolean found = lasts.find();
        for (int group = 1; found && group <= lasts.groupCount(); group++) {
            if (lasts.group(group) != null) {
                return OptionalDouble.of(Double.parseDouble(lasts.group(group)));
            }
        }
        return OptionalDouble.empty();
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
