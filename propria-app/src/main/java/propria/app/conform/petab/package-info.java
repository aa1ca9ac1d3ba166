/// The PEtab test suite (https://github.com/PEtab-dev/petab_test_suite): problems with the log-likelihood, chi2, simulations
/// and priors that belong to them, and formulas with their values. Cases are found by their files, not by their names.
@NullMarked
package propria.app.conform.petab;

import org.jspecify.annotations.NullMarked;
