/// Independent tasks on threads: results in the order of the tasks, whoever did them.
@NullMarked
package propria.inference.parallel;

import org.jspecify.annotations.NullMarked;
