/// Runs the trial of a study: simulates its patients, carries out its trials, writes the run folder, and reads it again.
@NullMarked
package propria.trial.run;

import org.jspecify.annotations.NullMarked;
