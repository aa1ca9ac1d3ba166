/// The words of tables of clinical trials, as rules that a clinician edits.
@NullMarked
package propria.trial.clinical.vocabulary;

import org.jspecify.annotations.NullMarked;
