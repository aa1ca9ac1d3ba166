/// A quick stand-in for the model's answers to the calibration's designs.
@NullMarked
package propria.inference.calibration.emulator;

import org.jspecify.annotations.NullMarked;
