/// Forward sensitivities: how states and outputs change with parameters and initial values, marched beside the states.
/// [propria.engine.sensitivity.SensitivitySteps] solves the sensitivity equations on the steps of the states,
/// [propria.engine.sensitivity.ForwardSensitivities] carries sensitivities over everything that happens between steps,
/// [propria.engine.sensitivity.RestTangents] finds those of a state of rest. Matrices lie row by row, a row for each state
/// or parameter and a column for each direction.
@NullMarked
package propria.engine.sensitivity;

import org.jspecify.annotations.NullMarked;
