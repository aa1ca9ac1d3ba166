/// Formulas over named quantities: a closed set of records. Each analysis of a formula (derivative, simplification,
/// print, evaluation) is one class with one `switch` and no `default`, so that a new kind of node makes every analysis
/// that must handle it fail to compile. To add a function, add it to
/// [propria.model.expression.ElementaryFunction] and follow the compiler.
@NullMarked
package propria.model.expression;

import org.jspecify.annotations.NullMarked;
