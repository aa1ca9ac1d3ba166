/// Formulas between JSBML's syntax trees and [propria.model.expression.Expression]. Truth values and numbers may stand
/// for each other, as SBML Level 3 Version 2 has it: true is 1, and a number holds where it is not 0. Work
/// with JSBML's objects is done by one thread at a time.
@NullMarked
package propria.formats.sbml.math;

import org.jspecify.annotations.NullMarked;
