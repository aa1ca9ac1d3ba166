/// Runs folders of official cases and says of each whether the engine passes. The SBML semantic test suite: a
/// [propria.app.conform.SemanticCase] is a folder with settings, a model and expected results,
/// [propria.app.conform.SbmlSemanticSuite] runs them on all cores. No case is known here by its name.
@NullMarked
package propria.app.conform;

import org.jspecify.annotations.NullMarked;
