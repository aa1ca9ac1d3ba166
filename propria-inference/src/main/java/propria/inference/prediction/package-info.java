/// Predictive distributions of the rows of an evidence table.
@NullMarked
package propria.inference.prediction;

import org.jspecify.annotations.NullMarked;
