/// From the words of a row to what is done to its subjects, and to the course that the model gives them.
@NullMarked
package propria.inference.design;

import org.jspecify.annotations.NullMarked;
