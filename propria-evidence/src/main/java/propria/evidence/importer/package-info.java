/// Bibliographies and retraction data that a user has downloaded: [propria.evidence.importer.Importer] tells formats apart
/// by their content and reads them into one form, [propria.evidence.importer.Duplicates] finds what is known already,
/// [propria.evidence.importer.SourceDraft] writes what is new as source files for a person to complete. Nothing here asks
/// the network, and nothing enters the library by itself.
///
/// To add a format: a class like [propria.evidence.importer.format.Ris], a constant in
/// [propria.evidence.importer.work.Format], its first characters in [propria.evidence.importer.Importer].
@NullMarked
package propria.evidence.importer;

import org.jspecify.annotations.NullMarked;
