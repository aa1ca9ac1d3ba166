package propria.inference.sample.chain;

import propria.inference.posterior.Evaluation;

/// Part of a Hamiltonian trajectory.
///
/// @param first its end backwards in time
/// @param last its end forwards
/// @param chosen one of its states, each with a probability by its weight
/// @param logWeight the logarithm of the sum of the weights of its states
/// @param momentumSum the sum of the momenta of its states
/// @param goesOn whether it neither turned back nor broke down
record Branch(Phase first, Phase last, Phase chosen, double logWeight, double[] momentumSum, boolean goesOn) {

    /// A state with its momentum.
    record Phase(double[] position, double[] momentum, Evaluation evaluation) {
    }
}
