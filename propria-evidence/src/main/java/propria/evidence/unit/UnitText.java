package propria.evidence.unit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.model.unit.BaseUnit;
import propria.model.unit.Unit;

/// Reads units from left to right. After a `/` one factor is below the line; a number and the word after it are one
/// factor, so that `pg/1e6 cells/24 h` has both below it.
final class UnitText {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|(?<word>[A-Za-zµμ%][A-Za-zµμ_]*)"
                    + "(?<power>\\^?-?\\d+)?|(?<sign>[/*·()]|-$))");
    private static final Map<String, Unit> WORDS = new HashMap<>();
    private static final Map<String, Double> PREFIXES = Map.of("p", 1e-12, "n", 1e-9, "u", 1e-6, "µ", 1e-6, "μ", 1e-6,
            "m", 1e-3, "c", 1e-2, "d", 1e-1, "k", 1e3);

    static {
        Unit second = BaseUnit.SECOND.unit();
        time(second, "s", "sec", "second", "seconds");
        time(second.scaled(60), "min", "minute", "minutes");
        time(second.scaled(3600), "h", "hr", "hour", "hours");
        time(second.scaled(86400), "d", "day", "days");
        time(second.scaled(7 * 86400), "wk", "week", "weeks");
        time(second.scaled(365.25 * 86400), "year", "years");
        Unit litre = BaseUnit.LITRE.unit();
        Unit mole = BaseUnit.MOLE.unit();
        prefixed(BaseUnit.GRAM.unit(), "g");
        prefixed(BaseUnit.METRE.unit(), "m");
        prefixed(litre, "L");
        prefixed(litre, "l");
        prefixed(mole, "mol");
        prefixed(mole.over(litre), "M");
    }

    private final Matcher token;
    private int at;
    private Unit unit = Unit.DIMENSIONLESS;
    private final Map<String, Integer> counted = new LinkedHashMap<>();
    private boolean failed;

    private UnitText(String text) {
        this.token = TOKEN.matcher(text);
    }

    private static void time(Unit unit, String... words) {
        for (String word : words) {
            WORDS.put(word, unit);
        }
    }

    private static void prefixed(Unit unit, String symbol) {
        WORDS.put(symbol, unit);
        PREFIXES.forEach((prefix, factor) -> WORDS.putIfAbsent(prefix + symbol, unit.scaled(factor)));
    }

    static Optional<ClaimUnit> read(String text) {
        String plain = text.strip().replace("per_", "1/").replaceAll("(^|\\s)per\\s", "/").replaceAll("^/", "1/");
        if (plain.equals("-") || plain.equals("1")) {
            return Optional.of(new ClaimUnit(Unit.DIMENSIONLESS, Map.of()));
        }
        UnitText reader = new UnitText(plain);
        reader.factors(plain.length(), 1);
        return reader.failed || reader.counted.size() > 2
                ? Optional.empty()
                : Optional.of(new ClaimUnit(reader.unit, reader.counted));
    }

    /// @param end where the text ends
    /// @param side 1 above the line, -1 below
    private void factors(int end, int side) {
        int next = side;
        while (at < end && !failed) {
            if (!token.region(at, end).lookingAt()) {
                failed = true;
                return;
            }
            at = token.end();
            if (token.group("sign") != null) {
                String sign = token.group("sign");
                if (sign.equals(")")) {
                    return;
                }
                if (sign.equals("(")) {
                    factors(end, next);
                    next = side;
                } else {
                    next = sign.equals("/") ? -side : side;
                }
            } else if (token.group("number") != null) {
                unit = unit.times(Unit.DIMENSIONLESS.scaled(Double.parseDouble(token.group("number"))).toThe(next));
                next = wordFollows(end) ? next : side;
            } else {
                word(token.group("word"), token.group("power"), next);
                next = side;
            }
        }
    }

    private boolean wordFollows(int end) {
        return token.region(at, end).lookingAt() && token.group("word") != null;
    }

    private void word(String word, String written, int side) {
        int power = side * (written == null ? 1 : Integer.parseInt(written.replace("^", "")));
        Unit known = WORDS.get(word);
        if (known != null) {
            unit = unit.times(known.toThe(power));
        } else {
            String lower = word.toLowerCase(Locale.ROOT);
            String one = lower.length() > 3 && lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
            counted.merge(one, power, Integer::sum);
        }
    }
}
