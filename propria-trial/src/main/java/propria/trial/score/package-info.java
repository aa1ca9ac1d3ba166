/// What a clinic records of a patient, and what follows from it by definition: the records, and
/// [propria.trial.score.ClinicalScore] and [propria.trial.score.ClinicalRule], pure functions of them.
@NullMarked
package propria.trial.score;

import org.jspecify.annotations.NullMarked;
