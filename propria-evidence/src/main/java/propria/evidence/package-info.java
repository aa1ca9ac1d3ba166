/// What each number rests on: sources with their claims and their integrity.
@NullMarked
package propria.evidence;

import org.jspecify.annotations.NullMarked;
