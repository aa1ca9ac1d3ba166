/// Exponential, logarithm and power of numbers, with the same bits on every machine and in every state of the
/// compiler that runs them. They rest on tables: an argument is cut into a part that a table knows to more digits than
/// a number holds, and a rest so small that a short polynomial is enough for it. Only operations that IEEE 754 fixes to
/// the bit are used: sums, products, quotients, the fused product and sum, and shifts of bits.
@NullMarked
package propria.engine.math;

import org.jspecify.annotations.NullMarked;
