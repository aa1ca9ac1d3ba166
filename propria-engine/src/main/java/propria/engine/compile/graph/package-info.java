/// Equations as a graph of operations in which equal subexpressions are one node.
///
/// [propria.engine.compile.graph.Graph] makes nodes: asking twice for the same operation on the same operands gives the
/// same node, and what is known beforehand (`0 * x`, `1 + 2`) is simplified on the way. A node's operands always have
/// smaller numbers, so a pass in the order of numbers sees operands first.
/// [propria.engine.compile.graph.Gradients] differentiates node by node, so a derivative shares the nodes of what it
/// is the derivative of and stays small. To add an operation, add it to
/// [propria.engine.compile.graph.Operation] (or, for a function of numbers, one line in
/// [propria.engine.compile.graph.Intrinsic]) and follow the compiler.
@NullMarked
package propria.engine.compile.graph;

import org.jspecify.annotations.NullMarked;
