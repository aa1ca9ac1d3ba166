/// Linear systems of implicit steps: factorisations of `I - c J` that are made again and again with one sparsity pattern.
/// [propria.engine.linear.SparseLu] works on the fill pattern found once; it hands over to the pivoting
/// [propria.engine.linear.DenseLu] when a pivot is too small. To add a factorisation, implement
/// [propria.engine.linear.LinearSolver].
@NullMarked
package propria.engine.linear;

import org.jspecify.annotations.NullMarked;
