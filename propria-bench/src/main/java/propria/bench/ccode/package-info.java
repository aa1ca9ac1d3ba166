/// C from model records: [propria.bench.ccode.CModelWriter] writes right-hand side, Jacobian and observables of a model
/// as C, from the records alone and with the derivatives of `propria.model`, so that it shares nothing with the compiler
/// of the engine but the places of states and parameters. To support a new expression, add its text to
/// [propria.bench.ccode.CExpressions].
@NullMarked
package propria.bench.ccode;

import org.jspecify.annotations.NullMarked;
