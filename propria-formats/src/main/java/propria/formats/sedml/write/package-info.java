/// Records become a small XML tree, and that becomes indented text.
@NullMarked
package propria.formats.sedml.write;

import org.jspecify.annotations.NullMarked;
