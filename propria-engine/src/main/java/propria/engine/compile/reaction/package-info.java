/// Reactions one by one, for methods that count single turns. [propria.engine.compile.reaction.ReactionCompiler] takes
/// what a reaction does and how fast as nodes ([propria.engine.compile.reaction.Turn]), refuses what cannot be counted,
/// works out from the graph which propensities a turn can change, and writes machine code that computes these alone.
@NullMarked
package propria.engine.compile.reaction;

import org.jspecify.annotations.NullMarked;
