/// Sources as other programs cite them: [propria.evidence.citation.BibTexEntry].
@NullMarked
package propria.evidence.citation;

import org.jspecify.annotations.NullMarked;
