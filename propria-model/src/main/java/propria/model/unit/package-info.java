/// Units of measurement: definitions as a model states them, and their reduction to powers of base dimensions, so that
/// every formula can be checked dimension by dimension.
@NullMarked
package propria.model.unit;

import org.jspecify.annotations.NullMarked;
