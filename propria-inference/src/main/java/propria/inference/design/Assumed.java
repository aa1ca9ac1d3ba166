package propria.inference.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import propria.inference.design.ArmDesign.Dosing;
import propria.inference.table.EvidenceRow;
import propria.inference.vocabulary.Vocabulary.ProductTerm;

/// What a table does not say of a row, and what was taken instead.
final class Assumed {

    private final Map<String, String> taken = new LinkedHashMap<>();

    /// Of the arm of a row.
    Assumed(EvidenceRow row, Induction induction) {
        if (Times.day(row.day()).isEmpty()) {
            taken.put("day of reading", number(induction.readOut()));
        }
        if (row.isDirection() && row.n().isEmpty()) {
            taken.put("size of group", "the usual");
        }
    }

    /// What was taken for a treatment that acts.
    ///
    /// @param given the treatment, by each of the routes that it may have been given by
    Assumed treated(EvidenceRow row, ProductTerm term, List<Dosing> given) {
        Dosing first = given.getFirst();
        if (!Amounts.isStated(row.dose(), term)) {
            String written = (row.dose().amount() + " " + row.dose().unit()).strip();
            taken.put("dose", number(first.amount()) + " " + first.unit()
                    + (written.isEmpty() ? "" : " for `" + written + "`"));
        }
        if (given.size() > 1 || row.route().isEmpty()) {
            taken.put("route", given.stream().map(Dosing::route).collect(Collectors.joining(" or ")));
        }
        if (term.days().isEmpty() && Times.days(row.dosingDays(), true).isEmpty()) {
            taken.put("day of dosing", number(first.days().getFirst()));
        }
        if (Times.days(row.dosingDays(), true).stream().anyMatch(day -> day < 0)) {
            taken.put("day of dosing", "0 for `" + row.dosingDays() + "`");
        }
        return this;
    }

    Map<String, String> taken() {
        return taken;
    }

    private static String number(double value) {
        return value == StrictMath.rint(value) && StrictMath.abs(value) < 1e5
                ? Integer.toString((int) value)
                : Double.toString(value).replace("E", "e").replaceFirst("\\.0(?=e|$)", "");
    }
}
