/// The grid of equal steps on which backward differentiation stands: the differences of the past, and who else is told
/// what happens to it.
@NullMarked
package propria.engine.step.grid;

import org.jspecify.annotations.NullMarked;
