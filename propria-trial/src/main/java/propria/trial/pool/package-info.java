/// Published pools of placebo arms, and how well untreated simulated patients agree with them.
@NullMarked
package propria.trial.pool;

import org.jspecify.annotations.NullMarked;
