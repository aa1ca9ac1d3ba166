/// Simulation turn by turn: reactions happen one at a time, at random, and amounts are counted.
///
/// A [propria.engine.stochastic.StochasticSimulator] runs a model as often as asked and returns one course or the mean and
/// spread of many. [propria.engine.stochastic.Run] goes from one thing that is due to the next (an output, a change from
/// outside, an event, a moment named by the clock); in between a [propria.engine.stochastic.JumpMethod] lets reactions
/// happen: [propria.engine.stochastic.DirectMethod], [propria.engine.stochastic.NextReaction] or
/// [propria.engine.stochastic.TauLeaping]. [propria.engine.stochastic.Process] is what they all act on. The random numbers
/// of a run depend on the seed and the number of the run alone, and sums are made in the order of runs: threads change
/// nothing.
@NullMarked
package propria.engine.stochastic;

import org.jspecify.annotations.NullMarked;
