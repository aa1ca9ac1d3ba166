package propria.trial.design;

import propria.trial.analysis.missing.ImputationMethod;

/// How readings that an estimand lacks are imputed.
///
/// @param imputations how many, at least two
/// @param shift added to imputed readings of arms other than the comparator, in points
public record MissingData(ImputationMethod method, int imputations, double shift) {
}
