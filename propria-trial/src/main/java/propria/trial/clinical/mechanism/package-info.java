/// What the mechanistic patients say of the effect of a treatment, for the statistical layer to weigh.
@NullMarked
package propria.trial.clinical.mechanism;

import org.jspecify.annotations.NullMarked;
