package propria.bench.ccode;

import propria.engine.system.SparsityPattern;

/// A model as C.
///
/// @param source the text: sizes, the pattern of the Jacobian, and the functions `model_prepare`, `model_rhs`,
///        `model_jacobian`, `model_outputs` and `model_slopes`
/// @param states how many states, in the places of the compiled model
/// @param parameters how many parameters, in the places of the compiled model
/// @param outputs how many outputs
/// @param directions by how many parameters `model_slopes` has derivatives
/// @param jacobian where the Jacobian can differ from zero, without an entry for every diagonal place
public record CModel(String source, int states, int parameters, int outputs, int directions,
        SparsityPattern jacobian) {

    /// How many numbers are recorded at a time: the outputs, or the derivatives of the states where there are directions.
    public int recorded() {
        return directions > 0 ? directions * states : outputs;
    }
}
