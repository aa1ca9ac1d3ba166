package propria.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import propria.engine.ScheduledChange;
import propria.study.Arm;
import propria.study.Insult;
import propria.study.Phase;
import propria.study.Phase.Exposure;
import propria.study.Product;
import propria.study.Product.Once;
import propria.study.Regimen;
import propria.study.Study;
import propria.study.Target;
import propria.study.quantity.DoseAmount;

/// What is done to the subjects of an arm, as scheduled changes.
///
/// A level holds from the start of its phase to its end, where its targets go back to their value before; a bolus is added
/// at the start of its phase. A dose of zero does nothing at all, so that an arm of zero doses equals its control.
public final class ArmSchedule {

    private final Study study;
    private final Arm arm;

    /// @param arm of the study
    public ArmSchedule(Study study, Arm arm) {
        this.study = study;
        this.arm = arm;
    }

    /// The changes for one subject.
    ///
    /// @param rest the value of a target without any insult
    /// @param viability the part of each product that is alive
    /// @param bodyMass of the subject [kg]
    public List<ScheduledChange> changes(ToDoubleFunction<String> rest, Map<String, Double> viability,
            double bodyMass) {
        List<ScheduledChange> changes = new ArrayList<>();
        if (!arm.insultFree()) {
            for (int i = 0; i < study.phases().size(); i++) {
                expose(i, rest, changes);
            }
        }
        for (Regimen regimen : arm.regimens()) {
            double amount = amount(regimen, bodyMass);
            if (amount > 0) {
                double alive = viability.getOrDefault(regimen.product().id(), 1.0);
                regimen.at().forEach(at -> dose(regimen, at, amount, alive, changes));
            }
        }
        return changes;
    }

    private void expose(int index, ToDoubleFunction<String> rest, List<ScheduledChange> changes) {
        Phase phase = study.phases().get(index);
        for (Exposure exposure : phase.exposures()) {
            for (Target target : exposure.insult().targets()) {
                double amount = exposure.value() * target.factor();
                switch (exposure.insult().kind()) {
                    case BOLUS -> {
                        if (amount > 0) {
                            changes.add(new ScheduledChange.Bolus(phase.from(), target.id(), amount));
                        }
                    }
                    case LEVEL -> {
                        changes.add(new ScheduledChange.Assignment(phase.from(), target.id(), amount));
                        if (!goesOn(index, exposure.insult())) {
                            changes.add(new ScheduledChange.Assignment(phase.to(), target.id(),
                                    rest.applyAsDouble(target.id())));
                        }
                    }
                }
            }
        }
    }

    /// Whether the next phase sets the insult anew at the moment this one ends.
    private boolean goesOn(int index, Insult insult) {
        if (index + 1 >= study.phases().size()) {
            return false;
        }
        Phase next = study.phases().get(index + 1);
        return next.from() == study.phases().get(index).to()
                && next.exposures().stream().anyMatch(e -> e.insult().id().equals(insult.id()));
    }

    private static double amount(Regimen regimen, double bodyMass) {
        double amount = DoseAmount.in(regimen.product().doseUnit(), regimen.amount(), bodyMass);
        return regimen.product().bodyMassScaled() ? amount / bodyMass : amount;
    }

    private static void dose(Regimen regimen, double at, double amount, double alive, List<ScheduledChange> changes) {
        Product product = regimen.product();
        double entering = 0;
        for (Target target : product.routes().getOrDefault(regimen.route().id(), List.of())) {
            give(at, regimen.over(), target.id(), amount * alive * target.factor(), changes);
            entering += target.factor();
        }
        if (product.dead().isPresent()) {
            give(at, regimen.over(), product.dead().get(), amount * (1 - alive) * entering, changes);
        }
        for (Once once : product.once()) {
            changes.add(Double.isFinite(once.cap())
                    ? new ScheduledChange.CappedBolus(at, once.target(), once.amount(), once.cap())
                    : new ScheduledChange.Bolus(at, once.target(), once.amount()));
        }
    }

    private static void give(double at, double over, String target, double amount, List<ScheduledChange> changes) {
        if (amount > 0) {
            changes.add(over > 0
                    ? new ScheduledChange.Infusion(at, at + over, target, amount / over)
                    : new ScheduledChange.Bolus(at, target, amount));
        }
    }
}
