/// Analyses of measured outcomes: covariance, repeated measures, multiple imputation.
@NullMarked
package propria.trial.analysis.continuous;

import org.jspecify.annotations.NullMarked;
