/// What a SED-ML file says, as records: [propria.formats.sedml.document.SedDocument] holds models with changes,
/// simulations, tasks, data generators and outputs, in the order and with the names of the text. Nothing here is looked
/// up or computed. References are ids; [propria.formats.sedml.SedmlReader] has checked that each leads somewhere.
@NullMarked
package propria.formats.sedml.document;

import org.jspecify.annotations.NullMarked;
