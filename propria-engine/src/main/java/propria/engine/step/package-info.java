/// The step methods: each takes an [propria.engine.system.EquationSystem] one step further and tells the solution within
/// the step.
///
/// | step method | order | for | source |
/// |---|---|---|---|
/// | [propria.engine.step.Bdf] | 1 to 5 | stiff systems, the default | Shampine & Reichelt 1997 |
/// | [propria.engine.step.Rodas5P] | 5 | tight tolerances, many doses and events | Steinebach 2023 |
/// | [propria.engine.step.RadauIIA5] | 5 | very stiff systems, tight tolerances | Hairer & Wanner II |
/// | [propria.engine.step.Tsitouras54] | 5 | systems that are not stiff | Tsitouras 2011 |
/// | [propria.engine.step.Switching] | 1 to 5 | what is not known beforehand: Bdf or Tsitouras54, whichever comes farther for the work | Petzold 1983 |
///
/// To add one, implement [propria.engine.step.StepMethod] and add it to [propria.engine.step.StepMethods]: the registry
/// tests measure its order and its behaviour at events and restarts.
@NullMarked
package propria.engine.step;

import org.jspecify.annotations.NullMarked;
