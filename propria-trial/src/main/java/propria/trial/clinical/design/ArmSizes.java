package propria.trial.clinical.design;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.trial.clinical.design.RowPlan.Role;
import propria.trial.clinical.table.ClinicalRow;
import propria.trial.clinical.table.ClinicalTable;
import propria.trial.clinical.table.TrialRecord;
import propria.trial.clinical.vocabulary.ClinicalVocabulary;

/// How many patients arms have: by the row, by what its count and percentage imply, by other rows, by the line of the trial.
final class ArmSizes {

    private static final Pattern WHOLE = Pattern.compile("(?<![\\d.e-])\\d{1,4}(?![\\d.e%-])");

    private final ClinicalVocabulary words;
    private final ClinicalTable table;

    ArmSizes(ClinicalVocabulary words, ClinicalTable table) {
        this.words = words;
        this.table = table;
    }

    /// Of a row; empty where the table does not say.
    OptionalDouble of(ClinicalRow row, Role role) {
        OptionalDouble own = stated(row);
        return own.isPresent() ? own : ofTrial(table.trial(row), role);
    }

    /// Of a row, as it says itself.
    static OptionalDouble stated(ClinicalRow row) {
        OptionalDouble n = ClinicalRow.number(row.n());
        if (n.isPresent() && n.getAsDouble() >= 1) {
            return n;
        }
        Matcher whole = WHOLE.matcher(row.n());
        if (whole.find()) {
            return OptionalDouble.of(Double.parseDouble(whole.group()));
        }
        Matcher share = SHARE.matcher(row.counts().responders());
        return share.matches() ? OptionalDouble.of(Double.parseDouble(share.group(2))) : OptionalDouble.empty();
    }

    private static final Pattern SHARE = Pattern.compile("\\s*(\\d+)\\s*(?:/|of)\\s*(\\d+)\\s*");

    private OptionalDouble ofTrial(TrialRecord trial, Role role) {
        List<Double> sizes = WHOLE.matcher(trial.arms().replaceAll("\\([^)]*\\)", " ")).results()
                .map(r -> Double.parseDouble(r.group())).toList();
        if (sizes.isEmpty() || role != Role.ACTIVE && sizes.size() < 2) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(role == Role.ACTIVE ? sizes.getFirst() : sizes.get(1));
    }

    /// The largest size among the rows of a trial that pass; else by the line of the trial; else what is usual.
    double largest(TrialRecord trial, Role role, Predicate<ClinicalRow> passes) {
        double most = table.rowsOf(trial.id()).stream().filter(passes).mapToDouble(row -> stated(row).orElse(0)).max()
                .orElse(0);
        return most > 0 ? most : ofTrial(trial, role).orElse(usual(trial));
    }

    /// Where nothing is said.
    double usual(TrialRecord trial) {
        return words.unstated(trial.phase());
    }
}
