package propria.study;

import java.util.Optional;
import propria.model.problem.SourceLocation;

/// What a study is decided by: an observable at a time, compared between two arms.
///
/// @param at when [d]
/// @param comparison the arms; empty when each arm is estimated by itself
public record Endpoint(String id, Observable observable, double at, Optional<Comparison> comparison,
        SourceLocation place) {

    /// Two arms, by id; the effect is treated minus control.
    public record Comparison(String treated, String control) {
    }
}
