/// The formats, one class each, with what they share: [propria.evidence.importer.format.WorkBuilder] gathers fields in any
/// order and cleans identifiers, [propria.evidence.importer.format.NoticeText] knows the words for notices,
/// [propria.evidence.importer.format.TaggedText] reads lines of `TAG - value`. A file that ends within a record is refused
/// whole.
@NullMarked
package propria.evidence.importer.format;

import org.jspecify.annotations.NullMarked;
