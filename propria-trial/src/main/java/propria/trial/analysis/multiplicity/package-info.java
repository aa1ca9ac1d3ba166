/// Several hypotheses in one trial.
@NullMarked
package propria.trial.analysis.multiplicity;

import org.jspecify.annotations.NullMarked;
