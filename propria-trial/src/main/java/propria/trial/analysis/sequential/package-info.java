/// Looks at a trial before its end: spending of alpha and the boundaries that it gives.
@NullMarked
package propria.trial.analysis.sequential;

import org.jspecify.annotations.NullMarked;
