/// Reads one trial: what an estimand makes of its subjects, how it is analysed, looks, multiplicity.
@NullMarked
package propria.trial.reading;

import org.jspecify.annotations.NullMarked;
