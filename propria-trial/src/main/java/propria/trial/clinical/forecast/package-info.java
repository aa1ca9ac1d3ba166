/// What a row of a trial that nobody has seen may show: counts, means, contrasts, times.
@NullMarked
package propria.trial.clinical.forecast;

import org.jspecify.annotations.NullMarked;
