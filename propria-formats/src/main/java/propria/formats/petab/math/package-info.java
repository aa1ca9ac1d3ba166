/// Formulas as PEtab writes them.
@NullMarked
package propria.formats.petab.math;

import org.jspecify.annotations.NullMarked;
