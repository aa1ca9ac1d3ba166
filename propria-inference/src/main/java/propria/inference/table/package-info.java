/// Tables of evidence, read strictly: every row is kept, in order, with its place.
@NullMarked
package propria.inference.table;

import org.jspecify.annotations.NullMarked;
