/// Markov chains on the points of a posterior, each a [propria.inference.sample.chain.Chain] whose whole state is one array.
@NullMarked
package propria.inference.sample.chain;

import org.jspecify.annotations.NullMarked;
