/// The form that SBML asks of a document, looked at before anything is made of it: names, attributes and their values,
/// elements, numbers in formulas. JSBML passes over what it does not know; here it is refused with its line, since what
/// is passed over is missing from the simulation.
@NullMarked
package propria.formats.sbml.form;

import org.jspecify.annotations.NullMarked;
