/// Linear systems of the form `(I - c J) x = b`, which every implicit step solves several times.
/// [propria.engine.linear.LinearSolver] is the task, and its `of` picks a solver from the pattern of `J`:
/// dense with row pivoting, or sparse with an order found once. All memory is taken when a solver is
/// made; factoring and solving take none. To add a solver, implement the interface and let `of` choose it.
@NullMarked
package propria.engine.linear;

import org.jspecify.annotations.NullMarked;
