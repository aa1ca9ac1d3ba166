/// What a simulation is asked and what it answers, as records: [propria.engine.SimulationRequest] in,
/// [propria.engine.Trajectory] out. `propria.engine.compile` turns a model into functions, `propria.engine.linear`
/// solves its linear systems, `propria.engine.solve` marches through time.
@NullMarked
package propria.engine;

import org.jspecify.annotations.NullMarked;
