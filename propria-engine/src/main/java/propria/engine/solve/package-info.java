/// Marches an [propria.engine.system.EquationSystem] through time. [propria.engine.solve.StepLoop] is the march, read as
/// an algorithm: step, look for events, record, stop where something is done from outside, start afresh.
///
/// | step method | order | for | source |
/// |---|---|---|---|
/// | [propria.engine.solve.Bdf] | 1 to 5 | stiff systems, the default | Shampine & Reichelt 1997 |
/// | [propria.engine.solve.Rodas5P] | 5 | tight tolerances, many doses and events | Steinebach 2023 |
///
/// To add a step method, implement [propria.engine.solve.StepMethod] and add it to [propria.engine.solve.StepMethods]:
/// the registry tests measure its order and its behaviour at events and restarts.
@NullMarked
package propria.engine.solve;

import org.jspecify.annotations.NullMarked;
