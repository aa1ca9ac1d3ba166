/// Stiff systems with known solutions, written by hand.
@NullMarked
package propria.engine.benchmark;

import org.jspecify.annotations.NullMarked;
