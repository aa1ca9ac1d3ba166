package propria.trial.run;

import java.util.ArrayList;
import java.util.List;
import propria.study.Arm;
import propria.study.Regimen;
import propria.study.Study;
import propria.study.quantity.DoseAmount;
import propria.study.quantity.Quantity;
import propria.trial.design.TrialDesign;

/// How far a trial goes beyond where its evidence lies.
final class Extrapolation {

    private static final double WEEK = 7;

    /// For doses by weight.
    private static final double MASS = 70;

    private Extrapolation() {
    }

    /// A sentence for each way in which it does.
    static List<String> of(Study study, TrialDesign design) {
        List<String> found = new ArrayList<>();
        double weeks = design.visits().getLast().day() / WEEK;
        if (weeks > design.domain().weeks()) {
            found.add("extrapolation: the last visit is in week " + Quantity.plain(weeks) + ", "
                    + Quantity.plain(weeks - design.domain().weeks()) + " weeks beyond the last for which there is"
                    + " evidence (week " + Quantity.plain(design.domain().weeks()) + ")");
        }
        for (TrialDesign.Share share : design.allocation()) {
            Arm arm = study.arms().get(study.armIndex(share.arm()));
            for (Regimen regimen : arm.regimens()) {
                if (regimen.product().doseUnit().equals("cells")) {
                    double cells = DoseAmount.in("cells", regimen.amount(), MASS);
                    if (cells > design.domain().cells()) {
                        found.add("extrapolation: a dose of arm `" + arm.id() + "` is "
                                + rounded(cells / design.domain().cells()) + " times the largest for which there is"
                                + " evidence");
                    }
                }
            }
        }
        return found;
    }

    private static String rounded(double ratio) {
        return Quantity.plain(StrictMath.rint(ratio * 100) / 100);
    }
}
