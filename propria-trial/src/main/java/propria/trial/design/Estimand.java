package propria.trial.design;

/// What is estimated: an endpoint with what is done about intercurrent events.
///
/// @param endpoint id of an endpoint
/// @param rescue what is done about rescue therapy
/// @param dropout what is done about leaving the trial
public record Estimand(String id, String endpoint, IntercurrentStrategy rescue, IntercurrentStrategy dropout,
        AnalysisMethod analysis) {
}
