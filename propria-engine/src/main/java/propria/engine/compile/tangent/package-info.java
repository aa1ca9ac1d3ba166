/// Derivatives for forward sensitivities: [propria.engine.compile.tangent.TangentCompiler] takes the nodes of a model and
/// writes [propria.engine.compile.tangent.TangentFunctions], for the parameters that move and the outputs that are wanted.
/// To derive a further function of the model, add its nodes to [propria.engine.compile.tangent.TangentSource].
@NullMarked
package propria.engine.compile.tangent;

import org.jspecify.annotations.NullMarked;
