/// What a row of a clinical table asks for, read from how the trial was done and never from what was seen.
@NullMarked
package propria.trial.clinical.design;

import org.jspecify.annotations.NullMarked;
