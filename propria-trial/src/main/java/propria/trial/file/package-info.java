/// Reads `trial:` of a study file.
@NullMarked
package propria.trial.file;

import org.jspecify.annotations.NullMarked;
