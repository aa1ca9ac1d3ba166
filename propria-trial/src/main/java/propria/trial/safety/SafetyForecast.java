package propria.trial.safety;

import java.util.Optional;

/// What is known of one kind of adverse event for a product and a route.
///
/// @param kind such as `fever`
/// @param studies how many arms were pooled
/// @param patients how many in all
/// @param events how many of them had it
/// @param rate of patients with the event in a trial that is usual; absent where nobody counted it
/// @param expected patients with the event in a new arm; absent where nobody counted it
/// @param ratio against control that a review reports, of any indication, with its source; absent where there is none
/// @param refusal why there is no rate; empty where there is one
public record SafetyForecast(String kind, int studies, int patients, int events, Optional<Interval> rate,
        Optional<Interval> expected, Optional<Ratio> ratio, String refusal) {

    /// A median and a central 90 % interval.
    public record Interval(double low, double median, double high) {
    }

    /// A ratio against control.
    ///
    /// @param type such as `relative risk`
    /// @param source the id of the review
    public record Ratio(String type, double value, double low, double high, String source) {
    }
}
