/// The calibration on human trials: read, made, and held against trials that it leaves out.
@NullMarked
package propria.trial.clinical.calibration;

import org.jspecify.annotations.NullMarked;
