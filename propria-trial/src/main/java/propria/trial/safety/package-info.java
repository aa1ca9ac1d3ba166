/// How often adverse events are to be expected, pooled from the trials that counted them, and refused where none did.
@NullMarked
package propria.trial.safety;

import org.jspecify.annotations.NullMarked;
