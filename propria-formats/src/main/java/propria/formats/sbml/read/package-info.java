/// JSBML's document becomes a [propria.model.Model], one class a part of the model. What JSBML does not keep, the line of
/// each element, comes from the tree that the document was made from ([propria.formats.sbml.read.Source]).
@NullMarked
package propria.formats.sbml.read;

import org.jspecify.annotations.NullMarked;
