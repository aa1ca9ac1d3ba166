/// Carries out the experiments of a PEtab problem with the engine: values at the start, a steady state before all where one is
/// asked for, periods that change the model while it runs, steady states at the end.
@NullMarked
package propria.inference.petab.simulate;

import org.jspecify.annotations.NullMarked;
