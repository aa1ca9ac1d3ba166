/// Virtual patients: who they are ([propria.trial.patient.TargetPopulation]), how they are made, and their courses under
/// every arm ([propria.trial.patient.PatientSimulator]).
@NullMarked
package propria.trial.patient;

import org.jspecify.annotations.NullMarked;
