/// Files in which finished work is kept, so that it need not be done again.
@NullMarked
package propria.inference.kept;

import org.jspecify.annotations.NullMarked;
