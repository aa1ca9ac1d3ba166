/// Analyses of trials: plain statistics, without a simulator beneath them, checked against published values.
@NullMarked
package propria.trial.analysis;

import org.jspecify.annotations.NullMarked;
