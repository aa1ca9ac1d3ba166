/// The design of a trial as records: what study.yaml says under `trial:`.
@NullMarked
package propria.trial.design;

import org.jspecify.annotations.NullMarked;
