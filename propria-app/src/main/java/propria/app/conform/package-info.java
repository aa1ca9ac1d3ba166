/// Runs folders of official cases and says of each whether the engine passes. A [propria.app.conform.CaseFolder] holds
/// settings, a model and expected results; a [propria.app.conform.SemanticCase] is compared with them number by number,
/// [propria.app.conform.SbmlSemanticSuite] runs all on all cores. What is simulated at random is judged in
/// [propria.app.conform.stochastic]. No case is known here by its name.
@NullMarked
package propria.app.conform;

import org.jspecify.annotations.NullMarked;
