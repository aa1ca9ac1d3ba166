/// What is set so that simulated patients behave as those of trials do: how untreated patients fluctuate and answer to placebo,
/// what surgical preparation does to a tract, and how strongly treatments act in people.
@NullMarked
package propria.trial.clinical.translation;

import org.jspecify.annotations.NullMarked;
