/// Formulas of SED-ML: MathML as expressions and back, on the small XML tree that knows its lines.
@NullMarked
package propria.formats.sedml.math;

import org.jspecify.annotations.NullMarked;
