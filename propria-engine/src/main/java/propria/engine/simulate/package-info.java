/// One call for a user of the engine: a [propria.engine.simulate.Simulator] takes a compiled model and answers a
/// [propria.engine.SimulationRequest] with a [propria.engine.Trajectory]. Names become places here; the solvers below
/// know arrays alone.
@NullMarked
package propria.engine.simulate;

import org.jspecify.annotations.NullMarked;
