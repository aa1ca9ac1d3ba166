/// The SBML stochastic test suite. A [propria.app.conform.stochastic.StochasticCase] is simulated thousands of times; its
/// means and spreads become [propria.app.conform.stochastic.Scores], and [propria.app.conform.stochastic.Chance] says how
/// many of these may be out of range.
@NullMarked
package propria.app.conform.stochastic;

import org.jspecify.annotations.NullMarked;
