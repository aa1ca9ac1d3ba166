/// A model becomes functions: [propria.engine.compile.ModelCompiler] makes a
/// [propria.engine.compile.CompiledModel], which any solver marches through its
/// [propria.engine.system.EquationSystem].
///
/// The way: [propria.engine.compile.Symbols] decides what each id is (state, parameter, derived, rate);
/// [propria.engine.compile.Formulas] turns expressions and [propria.engine.compile.Equations] turns reactions and rules
/// into nodes of a graph (`…compile.graph`), where derivatives are taken; `…compile.bytecode` writes machine code.
/// Species live in `y` as amounts; an id that means a concentration is divided by its compartment when it is read.
///
/// Not all is rates. [propria.engine.compile.Unknowns] finds what algebraic rules determine,
/// [propria.engine.compile.FastReactions] replaces reactions at equilibrium by their extents, and
/// [propria.engine.compile.HiddenStates] holds the states that no id means and the values of the past. All these are
/// states whose right-hand side must be zero. To support a further kind of rule, start in `Symbols`.
@NullMarked
package propria.engine.compile;

import org.jspecify.annotations.NullMarked;
