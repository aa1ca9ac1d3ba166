/// The border between the compiler and the solvers: a [propria.engine.system.EquationSystem] is a model as functions of
/// time, states and parameters on plain arrays. `propria.engine.compile` makes one, `propria.engine.solve` marches it;
/// neither knows the other. To let a solver use a new quantity, add a function here and follow the compiler.
@NullMarked
package propria.engine.system;

import org.jspecify.annotations.NullMarked;
