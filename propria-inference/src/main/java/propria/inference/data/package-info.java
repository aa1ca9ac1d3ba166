/// Likelihoods of what papers report: means with a spread, values beyond a limit, grades, directions, effects that were
/// published because of what they are. Each is a piece that depends on what a model predicts and on nothing else; what
/// pieces of one study share is integrated out by [propria.inference.data.SharedDeviation].
@NullMarked
package propria.inference.data;

import org.jspecify.annotations.NullMarked;
