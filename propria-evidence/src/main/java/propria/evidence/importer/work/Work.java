package propria.evidence.importer.work;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import propria.evidence.Identifiers;
import propria.model.problem.SourceLocation;

/// A publication as a bibliography describes it.
///
/// @param title without markup
/// @param authors as `Family GN`, in order
/// @param journal its journal or other container
/// @param year of publication
/// @param volume as printed
/// @param issue as printed
/// @param pages as printed, or the number of the article
/// @param identifiers DOI, PMID, PMCID, address
/// @param types what the bibliography calls it, in its own words
/// @param place where it is written
public record Work(String title, List<String> authors, Optional<String> journal, OptionalInt year,
        Optional<String> volume, Optional<String> issue, Optional<String> pages, Identifiers identifiers,
        List<String> types, SourceLocation place) {

    public Work {
        authors = List.copyOf(authors);
        types = List.copyOf(types);
    }

    /// Enough to find it, in one line: `Doe J et al. J Invent 2020;1(2):3-4`.
    public String citation() {
        StringBuilder text = new StringBuilder();
        if (!authors.isEmpty()) {
            text.append(authors.getFirst()).append(authors.size() > 1 ? " et al" : "").append(". ");
        }
        text.append(journal.orElse(title));
        year.ifPresent(y -> text.append(' ').append(y));
        volume.ifPresent(v -> text.append(';').append(v));
        issue.ifPresent(i -> text.append('(').append(i).append(')'));
        pages.ifPresent(p -> text.append(':').append(p));
        return text.toString();
    }
}
