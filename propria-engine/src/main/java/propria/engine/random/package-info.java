/// Random numbers that depend on what they are for and on nothing else: not on threads, order or what else is drawn.
/// [propria.engine.random.Philox] turns a counter into bits. [propria.engine.random.Streams] names single numbers by draw,
/// subject and purpose; a [propria.engine.random.RandomStream] is as many numbers as one run needs, one after the other.
/// [propria.engine.random.Normal] turns uniform numbers into normal ones, [propria.engine.random.Poisson] draws counts.
@NullMarked
package propria.engine.random;

import org.jspecify.annotations.NullMarked;
