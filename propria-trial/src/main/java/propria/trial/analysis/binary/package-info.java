/// Analyses of outcomes that are there or not: proportions, strata, logistic regression.
@NullMarked
package propria.trial.analysis.binary;

import org.jspecify.annotations.NullMarked;
