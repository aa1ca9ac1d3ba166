/// How the calibration is made: the model at points, an emulator, chains under it, weights by the model itself, and what is
/// left when a study is taken away.
@NullMarked
package propria.inference.calibration.estimate;

import org.jspecify.annotations.NullMarked;
