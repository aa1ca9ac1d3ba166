/// What states were at earlier times: [propria.engine.history.History] keeps every step as the polynomial that the step
/// method ends it with, so that a delayed value is as exact as the step was; [propria.engine.history.Past]
/// hands such values to a system and tells when jumps of the past arrive.
@NullMarked
package propria.engine.history;

import org.jspecify.annotations.NullMarked;
