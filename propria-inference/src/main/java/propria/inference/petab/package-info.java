/// PEtab problems as posteriors: [propria.inference.petab.PetabPosterior] simulates the experiments of a problem, compares
/// them with its measurements and knows its priors.
@NullMarked
package propria.inference.petab;

import org.jspecify.annotations.NullMarked;
