package propria.trial.design;

import java.util.Optional;

/// What is estimated: an endpoint with what is done about intercurrent events.
///
/// @param endpoint id of an endpoint
/// @param rescue what is done about rescue therapy
/// @param dropout what is done about leaving the trial
/// @param missing how what is then missing is imputed; empty when it is left out
public record Estimand(String id, String endpoint, IntercurrentStrategy rescue, IntercurrentStrategy dropout,
        AnalysisMethod analysis, Optional<MissingData> missing) {
}
