package propria.trial.design;

import java.util.List;
import java.util.Optional;
import propria.trial.score.ClinicalScore;

/// Who is given rescue therapy: those in whom a score has not fallen enough by a day.
///
/// @param by how much it should have fallen since baseline
/// @param from the first day on which anybody is rescued
/// @param treatment what is given; empty when the rescue changes no course
public record RescueRule(ClinicalScore score, double by, double from, Optional<Treatment> treatment) {

    /// The name that courses of the comparator with rescue from its first day have.
    public static final String ARM = "rescue";

    /// A product of the library.
    ///
    /// @param at when each dose is given, counted from the day of rescue [d]
    public record Treatment(String product, String amount, String route, List<Double> at) {
        public Treatment {
            at = List.copyOf(at);
        }
    }
}
