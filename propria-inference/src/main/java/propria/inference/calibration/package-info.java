/// The calibration: free parameters, what the evidence says of them, the draws that are used, and validation with them.
@NullMarked
package propria.inference.calibration;

import org.jspecify.annotations.NullMarked;
