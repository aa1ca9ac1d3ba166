/// The report of a run of trials.
@NullMarked
package propria.app.report.trial;

import org.jspecify.annotations.NullMarked;
