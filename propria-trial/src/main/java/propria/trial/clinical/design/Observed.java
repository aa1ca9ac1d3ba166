package propria.trial.clinical.design;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.trial.clinical.design.RowPlan.Role;
import propria.trial.clinical.table.ClinicalRow;
import propria.trial.clinical.table.ClinicalRow.Counts;
import propria.trial.clinical.vocabulary.EndpointTerm.Kind;

/// What was seen, in the unit in which it is predicted: shares in per cent, everything else as written.
public final class Observed {

    private static final Pattern SHARE = Pattern.compile("\\s*(\\d+)\\s*(?:/|of)\\s*(\\d+)\\s*");
    private static final double ALL = 100;

    private Observed() {
    }

    /// The number of a row; not a number where its cells are empty, as in a trial that is still to be read.
    ///
    /// @throws Unpredictable when what is written is not a number, or cannot be
    public static double of(RowPlan plan) throws Unpredictable {
        ClinicalRow row = plan.row();
        if (isOpen(row)) {
            return Double.NaN;
        }
        boolean compared = plan.arm().role() == Role.CONTRAST;
        OptionalDouble seen = compared || !row.effect().type().isEmpty()
                ? ClinicalRow.number(row.effect().value())
                : plan.outcome().kind() == Kind.SHARE ? share(plan) : number(row.counts());
        double value = seen.orElseThrow(() -> new Unpredictable("what was seen is not a number"));
        if (!compared && plan.outcome().kind() == Kind.SHARE && (value < 0 || value > ALL)) {
            throw new Unpredictable("what was seen is not a share");
        }
        return value;
    }

    private static boolean isOpen(ClinicalRow row) {
        Counts counts = row.counts();
        return (counts.responders() + counts.percent() + counts.mean() + counts.median() + row.effect().value())
                .isEmpty();
    }

    private static OptionalDouble share(RowPlan plan) {
        Counts counts = plan.row().counts();
        Matcher written = SHARE.matcher(counts.responders());
        if (written.matches()) {
            return OptionalDouble.of(ALL * Double.parseDouble(written.group(1)) / Double.parseDouble(written.group(2)));
        }
        OptionalDouble count = ClinicalRow.number(counts.responders());
        return count.isPresent() && plan.outcome().stated()
                ? OptionalDouble.of(ALL * count.getAsDouble() / plan.outcome().n())
                : ClinicalRow.number(counts.percent());
    }

    private static OptionalDouble number(Counts counts) {
        OptionalDouble mean = ClinicalRow.number(counts.mean());
        return mean.isPresent() ? mean : ClinicalRow.number(counts.median());
    }
}
