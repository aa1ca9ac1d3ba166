package propria.evidence.importer.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as bibliographies write them. Only a whole date is one: a month or a year alone never becomes a day.
public final class Dates {

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final Pattern NAMED = Pattern.compile("\\b(\\d{4})[ -]([A-Za-z]{3})[a-z]*[ -](\\d{1,2})\\b");
    private static final Pattern NUMBERED = Pattern.compile("\\b(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)");
    private static final Pattern AMERICAN = Pattern.compile("^\\s*(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(1[6-9]\\d\\d|20\\d\\d)\\b");

    private Dates() {
    }

    /// The first whole date with the year in front: `2024 Nov 15`, `2024-11-15`, `2024/11/15`.
    public static Optional<LocalDate> find(String text) {
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            Optional<LocalDate> date = date(named.group(1), month(named.group(2)), named.group(3));
            if (date.isPresent()) {
                return date;
            }
        }
        Matcher numbered = NUMBERED.matcher(text);
        return numbered.find()
                ? date(numbered.group(1), OptionalInt.of(Integer.parseInt(numbered.group(2))), numbered.group(3))
                : Optional.empty();
    }

    /// A date with the month in front, as Retraction Watch writes it: `11/15/2024 0:00`.
    public static Optional<LocalDate> american(String text) {
        Matcher found = AMERICAN.matcher(text);
        return found.find()
                ? date(found.group(3), OptionalInt.of(Integer.parseInt(found.group(1))), found.group(2))
                : find(text);
    }

    /// A date from its parts as text; the month as a number or a name. Empty when it is not whole or not one.
    public static Optional<LocalDate> of(String year, String month, String day) {
        return month.matches("\\d{1,2}")
                ? date(year, OptionalInt.of(Integer.parseInt(month)), day)
                : date(year, month(month), day);
    }

    private static Optional<LocalDate> date(String year, OptionalInt month, String day) {
        if (month.isEmpty() || !year.matches("\\d{4}") || !day.matches("\\d{1,2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month.getAsInt(), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static OptionalInt month(String name) {
        String start = name.toLowerCase(Locale.ROOT);
        int index = start.length() < 3 ? -1 : MONTHS.indexOf(start.substring(0, 3));
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
    }

    /// The first year in a text.
    public static OptionalInt year(String text) {
        Matcher year = YEAR.matcher(text);
        return year.find() ? OptionalInt.of(Integer.parseInt(year.group())) : OptionalInt.empty();
    }
}
