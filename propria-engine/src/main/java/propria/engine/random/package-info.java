/// Random numbers that depend on what they are for and on nothing else: not on threads, order or what else is drawn.
/// [propria.engine.random.Philox] turns a counter into bits; [propria.engine.random.Streams] names counters by draw, subject
/// and purpose; [propria.engine.random.Normal] turns uniform numbers into normal ones.
@NullMarked
package propria.engine.random;

import org.jspecify.annotations.NullMarked;
