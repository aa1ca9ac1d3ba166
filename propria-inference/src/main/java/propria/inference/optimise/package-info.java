/// The best point: designs of starting points ([propria.inference.optimise.StartDesign]), local and global maximisers
/// ([propria.inference.optimise.Maximiser]), and many starts on many threads ([propria.inference.optimise.MultiStart]). To
/// add a maximiser, implement the interface and add a line to [propria.inference.optimise.Maximisers], whose tests then
/// run on it.
@NullMarked
package propria.inference.optimise;

import org.jspecify.annotations.NullMarked;
