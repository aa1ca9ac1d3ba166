/// Predictions of clinical rows held against what was seen.
@NullMarked
package propria.trial.clinical.score;

import org.jspecify.annotations.NullMarked;
