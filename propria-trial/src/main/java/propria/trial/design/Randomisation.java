package propria.trial.design;

import java.util.List;

/// How arms are given.
///
/// @param block how many rounds of allocation a block has, of permuted blocks
/// @param strata covariates that blocks are kept apart by, or that minimisation balances
/// @param bias with which probability minimisation gives the arm that balances best
public record Randomisation(Method method, int block, List<String> strata, double bias) {

    public Randomisation {
        strata = List.copyOf(strata);
    }

    /// The methods.
    public enum Method {
        /// Each patient by chance.
        SIMPLE,
        /// Blocks within strata, each in an order by chance.
        PERMUTED_BLOCKS,
        /// By balance of the strata one by one: S. J. Pocock, R. Simon, Biometrics 31 (1975), 103-115.
        MINIMISATION
    }
}
