/// The levels and versions of SBML.
@NullMarked
package propria.formats.sbml.level;

import org.jspecify.annotations.NullMarked;
