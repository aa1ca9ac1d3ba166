/// COMBINE archives (Bergmann et al. 2014, BMC Bioinformatics 15:369): a zip file with a manifest that says what each
/// file is. [propria.formats.omex.OmexReader] reads one into memory and refuses what is too large or names places
/// outside; [propria.formats.omex.OmexWriter] writes one, the same bytes for the same content.
@NullMarked
package propria.formats.omex;

import org.jspecify.annotations.NullMarked;
