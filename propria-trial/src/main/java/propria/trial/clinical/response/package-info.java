/// The statistical layer: how likely a patient of an arm is to respond, and how much that differs between trials.
@NullMarked
package propria.trial.clinical.response;

import org.jspecify.annotations.NullMarked;
