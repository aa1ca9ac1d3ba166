/// SED-ML Level 1, Versions 1 to 5: [propria.formats.sedml.SedmlReader] reads a text as records
/// ([propria.formats.sedml.document]), [propria.formats.sedml.SedmlWriter] writes them, and
/// [propria.formats.sedml.ChangedModel] carries out the changes that an experiment makes to a model's text. Entities are
/// never expanded, nothing is downloaded, and what is not understood is named, never passed over.
@NullMarked
package propria.formats.sedml;

import org.jspecify.annotations.NullMarked;
