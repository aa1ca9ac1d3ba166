package propria.inference.design;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.inference.table.EvidenceRow.Dose;
import propria.inference.vocabulary.Vocabulary.ProductTerm;

/// Doses as tables write them, in the unit of a product.
final class Amounts {

    private static final double PARTICLES_PER_MICROGRAM = 1e9;
    private static final double KILOGRAMS = 0.022;
    private static final Pattern POWER = Pattern.compile("10 ?\\^? ?(\\d{1,2})\\b|1e(\\d{1,2})\\b");
    private static final Pattern PRODUCT = Pattern
            .compile("(\\d(?:\\.\\d+)?)\\)? ?[x*·] ?10 ?(?:\\^|e|\\*\\*)? ?\\+?(\\d{1,2})\\b");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern EXPONENT = Pattern.compile("(?<=\\d)e\\+?0*(?=\\d)");
    private static final Pattern SHARED = Pattern
            .compile("(?<![e\\d.])(\\d+(?:\\.\\d+)?) ?(-|to) ?(\\d+(?:\\.\\d+)?)e(\\d+)");
    private static final Pattern NUMBERS = Pattern
            .compile("\\d+(?:\\.\\d+)?(?:e\\d+)?(?: ?(?:-|to) ?\\d+(?:\\.\\d+)?(?:e\\d+)?)?");
    private static final Pattern PER_KILOGRAM = Pattern.compile("(/|per|·) ?kg|kg ?\\^?-1");
    private static final Pattern PER_GRAM = Pattern.compile("(/|per) ?g(ram)?\\b(?! (tissue|colon))");
    private static final double GRAMS = 22;
    private static final Pattern ALONE = Pattern.compile("\\b10\\^(\\d{1,2})\\b");

    private static final Pattern CELLS = Pattern
            .compile("^$|\\bmscs?\\b|^million$|^(per|/) ?(mouse|animal|rat|head|kg|g)\\b"
                    + "|^million ?(per|/)|^body weight|^x? ?10|^1e\\d");

    private Amounts() {
    }

    /// The amount of a dose; the usual one of the product where none is stated, or in a unit that says nothing of it.
    static double of(Dose dose, ProductTerm term) {
        return stated(dose, term).orElse(term.dose());
    }

    /// Whether a dose is stated in a unit that is one of the product.
    static boolean isStated(Dose dose, ProductTerm term) {
        return stated(dose, term).isPresent();
    }

    private static OptionalDouble stated(Dose dose, ProductTerm term) {
        String amount = numbers(dose.amount());
        OptionalDouble number = Times.amount(amount);
        // A table may have the unit beside the number, and what it is of in the cell for the unit.
        String unit = (NUMBERS.matcher(amount).replaceFirst("") + " " + plain(dose.unit())).strip();
        OptionalDouble one = switch (term.unit()) {
            case "particles" -> particles(unit);
            case "mL" -> unit.contains("ul") ? OptionalDouble.of(1e-3) : known(unit.contains("ml"));
            case "cells" -> known(unit.contains("cell") || CELLS.matcher(unit).find());
            default -> known(unit.contains(term.unit()));
        };
        if (number.isEmpty() || one.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number.getAsDouble() * power(unit) * one.getAsDouble()
                * (term.unit().endsWith("/kg") ? 1 : weight(unit)));
    }

    /// The weight of a mouse in the unit of weight that a dose is stated for; 1 where it is for an animal.
    private static double weight(String unit) {
        return PER_KILOGRAM.matcher(unit).find() ? KILOGRAMS : PER_GRAM.matcher(unit).find() ? GRAMS : 1;
    }

    private static OptionalDouble particles(String unit) {
        return unit.contains("ug") || unit.contains("mcg") || unit.contains("microgram")
                ? OptionalDouble.of(PARTICLES_PER_MICROGRAM)
                : unit.contains("mg")
                        ? OptionalDouble.of(1e3 * PARTICLES_PER_MICROGRAM)
                        : known(unit.contains("particle"));
    }

    private static OptionalDouble known(boolean same) {
        return same ? OptionalDouble.of(1) : OptionalDouble.empty();
    }

    /// A power of ten that stands before the unit: `x10^6 cells`, `million cells`.
    private static double power(String unit) {
        Matcher power = POWER.matcher(unit);
        if (power.find()) {
            return Double.parseDouble("1e" + (power.group(1) == null ? power.group(2) : power.group(1)));
        }
        return unit.contains("million") ? 1e6 : 1;
    }

    /// `2 x 10^6` as `2e6`.
    static String numbers(String text) {
        String plain = plain(text);
        String powers = ALONE.matcher(PRODUCT.matcher(plain).replaceAll("$1e$2")).replaceAll("1e$1");
        return SHARED.matcher(EXPONENT.matcher(powers).replaceAll("e")).replaceAll("$1e$4$2$3e$4");
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        boolean raised = false;
        for (char c : text.toLowerCase(Locale.ROOT).replace('×', 'x').replace('µ', 'u').replace('μ', 'u')
                .toCharArray()) {
            int digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
            plain.append(digit >= 0 && !raised ? "^" : "").append(digit >= 0 ? (char) ('0' + digit) : c);
            raised = digit >= 0;
        }
        return THOUSANDS.matcher(plain).replaceAll("");
    }
}
