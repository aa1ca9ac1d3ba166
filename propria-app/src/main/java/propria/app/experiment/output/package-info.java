/// What an experiment shows: tables as CSV, curves as SVG.
@NullMarked
package propria.app.experiment.output;

import org.jspecify.annotations.NullMarked;
