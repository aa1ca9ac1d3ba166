/// Marches an [propria.engine.system.EquationSystem] through time. [propria.engine.solve.StepLoop] is the march, read as
/// an algorithm: step (by one of [propria.engine.step]), look for events, record, stop where something is done from
/// outside, start afresh.
@NullMarked
package propria.engine.solve;

import org.jspecify.annotations.NullMarked;
