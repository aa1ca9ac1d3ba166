/// Random numbers that depend on what they are for and on nothing else: not on threads, order or what else is drawn.
/// [propria.study.random.Philox] turns a counter into bits; [propria.study.random.Streams] names counters by draw, subject
/// and purpose; [propria.study.random.Normal] turns uniform numbers into normal ones.
@NullMarked
package propria.study.random;

import org.jspecify.annotations.NullMarked;
