package propria.study.quantity;

/// Turns a dose as typed into the unit in which a product counts it.
public final class DoseAmount {

    private DoseAmount() {
    }

    /// The amount in `doseUnit`. An amount per kilogram and an absolute one are turned into each other by the body mass.
    ///
    /// @param bodyMass the mass of the subject [kg], above zero
    /// @throws propria.model.problem.ProblemException S012 when the units do not fit
    public static double in(String doseUnit, Quantity amount, double bodyMass) {
        BenchUnit typed = BenchUnit.of(amount.unit()).orElseThrow();
        BenchUnit wanted = BenchUnit.of(doseUnit).orElseThrow();
        if (typed.isPerBodyMass() && !wanted.isPerBodyMass()
                && typed.withoutBodyMass().converts(wanted)) {
            return amount.value() * typed.withoutBodyMass().scale() / wanted.scale() * bodyMass;
        }
        if (!typed.isPerBodyMass() && wanted.isPerBodyMass() && typed.converts(wanted.withoutBodyMass())) {
            return amount.value() * typed.scale() / wanted.withoutBodyMass().scale() / bodyMass;
        }
        return amount.in(doseUnit);
    }
}
