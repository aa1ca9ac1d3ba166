package propria.trial.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        List<String> common = TrialBanks.common(study, design);
        for (TrialDesign.Share share : design.allocation()) {
            found.addAll(of(study.arms().get(study.armIndex(share.arm())), design, common));
        }
        return found;
    }

    /// By how much the doses of an arm can be multiplied before the largest of them is beyond the evidence; arms without
    /// cells, and designs that name no largest dose, are left out. May be below one.
    static Map<String, Double> multiples(Study study, TrialDesign design) {
        Map<String, Double> found = new LinkedHashMap<>();
        List<String> common = TrialBanks.common(study, design);
        for (TrialDesign.Share share : design.allocation()) {
            own(study.arms().get(study.armIndex(share.arm())), common).stream()
                    .filter(r -> r.product().doseUnit().equals("cells"))
                    .mapToDouble(r -> design.domain().cells() / DoseAmount.in("cells", r.amount(), MASS)).min()
                    .stream().filter(Double::isFinite).forEach(multiple -> found.put(share.arm(), multiple));
        }
        return found;
    }

    private static List<String> of(Arm arm, TrialDesign design, List<String> common) {
        List<String> found = new ArrayList<>();
        TrialDesign.Domain domain = design.domain();
        List<Regimen> regimens = own(arm, common);
        int doses = regimens.stream().mapToInt(r -> r.at().size()).sum();
        if (doses > domain.doses()) {
            found.add("extrapolation: arm `" + arm.id() + "` gives " + doses + " doses, "
                    + Quantity.plain(doses - domain.doses()) + " more than there is evidence for");
        }
        double largest = design.curves().doses().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        for (Regimen regimen : regimens) {
            if (!domain.products().isEmpty() && !domain.products().contains(regimen.product().id())) {
                found.add("extrapolation: arm `" + arm.id() + "` gives `" + regimen.product().id()
                        + "`; the evidence is of " + String.join(", ", domain.products())
                        + ", and its effect is carried over by the model alone");
            }
            if (regimen.product().doseUnit().equals("cells")) {
                double ratio = DoseAmount.in("cells", regimen.amount(), MASS) / domain.cells();
                if (ratio > 1) {
                    found.add("extrapolation: a dose of arm `" + arm.id() + "` is " + rounded(ratio)
                            + " times the largest for which there is evidence");
                } else if (ratio * largest > 1) {
                    found.add("extrapolation in the curves: " + rounded(largest) + " times the dose of arm `" + arm.id()
                            + "` is " + rounded(ratio * largest) + " times the largest for which there is evidence");
                }
            }
        }
        return found;
    }

    /// What an arm is given that not every arm is.
    private static List<Regimen> own(Arm arm, List<String> common) {
        return arm.regimens().stream().filter(r -> !common.contains(r.product().id())).toList();
    }

    private static String rounded(double ratio) {
        return Quantity.plain(StrictMath.rint(ratio * 100) / 100);
    }
}
