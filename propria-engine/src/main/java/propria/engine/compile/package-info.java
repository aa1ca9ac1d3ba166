/// A model becomes functions: [propria.engine.compile.ModelCompiler] makes a
/// [propria.engine.compile.CompiledModel], which any solver marches through its
/// [propria.engine.system.EquationSystem].
///
/// The way: [propria.engine.compile.Symbols] decides what each id is (state, parameter, derived, rate);
/// [propria.engine.compile.Formulas] turns expressions and [propria.engine.compile.Equations] turns reactions and rules
/// into nodes of a graph (`…compile.graph`), where derivatives are taken; `…compile.bytecode` writes machine code.
/// Species live in `y` as amounts; an id that means a concentration is divided by its compartment when it is read.
/// To support a further kind of rule, start in `Symbols` and remove its refusal there.
@NullMarked
package propria.engine.compile;

import org.jspecify.annotations.NullMarked;
