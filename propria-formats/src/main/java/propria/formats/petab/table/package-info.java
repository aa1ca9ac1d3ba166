/// Tables of tab-separated text in which every cell knows its place.
@NullMarked
package propria.formats.petab.table;

import org.jspecify.annotations.NullMarked;
