/// The checks a model must pass before it is simulated: one class a rule, named for what it asserts, all listed in one
/// place. To add a check, write the class and add it to the list.
@NullMarked
package propria.model.check;

import org.jspecify.annotations.NullMarked;
