/// What the numbers of a run say: spread over draws and subjects, arm means, effects on endpoints, predictions of
/// measurements, and which parameters an effect hangs on. Every sum and every sort runs in the order of draws and
/// subjects, so that the same run gives the same bits on any number of threads.
@NullMarked
package propria.study.summary;

import org.jspecify.annotations.NullMarked;
