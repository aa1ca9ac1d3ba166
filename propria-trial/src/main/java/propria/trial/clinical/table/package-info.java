/// Tables of clinical trials, read so that every row is kept, in order, with its place.
@NullMarked
package propria.trial.clinical.table;

import org.jspecify.annotations.NullMarked;
