/// Finding sources and claims by words. The files of `library/evidence` are the truth; [propria.evidence.index.EvidenceIndex]
/// is a SQLite database built from them, and built again when any of them changes. It may be deleted at any time.
@NullMarked
package propria.evidence.index;

import org.jspecify.annotations.NullMarked;
