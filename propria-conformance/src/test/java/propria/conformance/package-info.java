/// Tests that hold the whole to its promises: the shape of the code, the conditions of the model, the commands as a
/// person types them. Nothing here is shipped.
@NullMarked
package propria.conformance;

import org.jspecify.annotations.NullMarked;
