/// Predictions held against what was observed: a row a row, and what they amount to.
@NullMarked
package propria.inference.score;

import org.jspecify.annotations.NullMarked;
