/// What the pages ask for, as values that become JSON: the library, a study that is edited, a run, a typical course, what
/// carried an effect.
@NullMarked
package propria.app.studio.answer;

import org.jspecify.annotations.NullMarked;
