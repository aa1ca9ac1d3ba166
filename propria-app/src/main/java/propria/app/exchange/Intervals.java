package propria.app.exchange;

import java.util.Optional;
import propria.model.Description;
import propria.model.Model;
import propria.model.Parameter;

/// Intervals of parameters whose value an arm has set.
final class Intervals {

    private Intervals() {
    }

    /// The model without those intervals that do not hold the value: they were said of another value.
    static Model fitting(Model m) {
        return new Model(m.id(), m.description(), m.units(), m.defaults(), m.compartments(), m.species(),
                m.parameters().stream().map(Intervals::fitting).toList(), m.functions(), m.reactions(), m.rules(),
                m.initialAssignments(), m.events(), m.constraints(), m.conversionFactor());
    }

    private static Parameter fitting(Parameter p) {
        Description d = p.description();
        boolean fits = d.interval().isEmpty() || p.value().isEmpty()
                || d.interval().get().low() <= p.value().getAsDouble()
                        && p.value().getAsDouble() <= d.interval().get().high();
        return fits
                ? p
                : new Parameter(p.id(), p.value(), p.constant(), p.unit(),
                        new Description(d.name(), d.sources(), Optional.empty(), d.annotations(), d.notes()),
                        p.definedAt());
    }
}
