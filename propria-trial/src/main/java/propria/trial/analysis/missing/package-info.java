/// Multiple imputation of what was not seen, and how its analyses are put together.
@NullMarked
package propria.trial.analysis.missing;

import org.jspecify.annotations.NullMarked;
