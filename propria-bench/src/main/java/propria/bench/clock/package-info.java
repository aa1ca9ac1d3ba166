/// Time spent and time left.
@NullMarked
package propria.bench.clock;

import org.jspecify.annotations.NullMarked;
