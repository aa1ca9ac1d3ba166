/// What was recorded in the trials of a run, column by column on disk.
@NullMarked
package propria.trial.run.record;

import org.jspecify.annotations.NullMarked;
