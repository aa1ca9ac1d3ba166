package propria.evidence.importer.work;

import propria.evidence.Identifiers;
import propria.evidence.Integrity;

/// What an authority says about the standing of a publication.
///
/// @param about the publication
/// @param said what, by whom, with the date and the identifier of the notice
public record Notice(Identifiers about, Integrity said) {
}
