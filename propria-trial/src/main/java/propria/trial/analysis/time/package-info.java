/// Analyses of times to an event: curves, the log-rank test, Cox and Weibull models, interval-censored times.
@NullMarked
package propria.trial.analysis.time;

import org.jspecify.annotations.NullMarked;
