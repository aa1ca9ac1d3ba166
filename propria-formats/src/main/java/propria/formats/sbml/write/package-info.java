/// A [propria.model.Model] becomes a document of JSBML, one class a part of the model.
@NullMarked
package propria.formats.sbml.write;

import org.jspecify.annotations.NullMarked;
