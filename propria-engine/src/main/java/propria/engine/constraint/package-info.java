/// Values that equations hold in place: [propria.engine.constraint.Constraints] finds them for given states, at the start
/// of a run and after every jump. `propria.engine.compile` needs them for initial values, `propria.engine.solve` to start
/// afresh; between starts a step method carries them along.
@NullMarked
package propria.engine.constraint;

import org.jspecify.annotations.NullMarked;
