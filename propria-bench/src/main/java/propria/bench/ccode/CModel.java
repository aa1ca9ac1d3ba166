package propria.bench.ccode;

import propria.engine.system.SparsityPattern;

/// A model as C.
///
/// @param source the text: sizes, the pattern of the Jacobian, and the functions `model_prepare`, `model_rhs`,
///        `model_jacobian` and `model_outputs`
/// @param states how many states, in the places of the compiled model
/// @param parameters how many parameters, in the places of the compiled model
/// @param outputs how many outputs
/// @param jacobian where the Jacobian can differ from zero, without an entry for every diagonal place
public record CModel(String source, int states, int parameters, int outputs, SparsityPattern jacobian) {
}
