/// From the latent course of a patient to what a clinic writes down: [propria.trial.score.clinic.ClinicModel] holds the numbers,
/// [propria.trial.score.clinic.VisitRecorder] rolls the dice, [propria.trial.score.clinic.VisitBank] reads a bank of courses.
@NullMarked
package propria.trial.score.clinic;

import org.jspecify.annotations.NullMarked;
