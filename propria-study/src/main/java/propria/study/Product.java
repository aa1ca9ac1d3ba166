package propria.study;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import propria.model.problem.SourceLocation;

/// Something that is given to a subject: cells, particles, medium or a drug.
///
/// @param id the word in study files
/// @param doseUnit the unit in which targets count an amount, such as `cells` or `mg/kg`
/// @param viability the part that is alive, 0 to 1; empty for what does not live
/// @param dead the state that takes the part that is not alive
/// @param routes where an amount goes, by route
/// @param once what each dose adds besides, whatever its amount
/// @param parameters model parameters of an arm that receives it
/// @param bodyMassScaled whether an amount is divided by the body mass [kg] before it enters
public record Product(String id, String name, Kind kind, String doseUnit, Optional<SourcedValue> viability,
        Optional<String> dead, SequencedMap<String, List<Target>> routes, List<Once> once,
        SequencedMap<String, SourcedValue> parameters, boolean bodyMassScaled, SourceLocation place) {

    public Product {
        once = List.copyOf(once);
    }

    /// What sort of thing it is.
    public enum Kind {
        CELLS,
        PARTICLES,
        MEDIUM,
        DRUG
    }

    /// What a dose adds whatever its amount.
    ///
    /// @param cap the target is not carried above it
    /// @param source what the amount rests on; empty when it is assumed
    public record Once(String target, double amount, double cap, Optional<String> source, SourceLocation place) {
    }
}
