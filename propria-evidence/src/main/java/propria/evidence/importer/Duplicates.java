package propria.evidence.importer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Identifiers;
import propria.evidence.Source;
import propria.evidence.importer.text.Dates;
import propria.evidence.importer.work.Work;

/// Finds what an import and the library, or an import and itself, have in common: by DOI, PMID or PMCID, else by title
/// without case, marks and punctuation. Two works with different DOIs are never one, whatever their titles: a preprint and
/// its article, a paper and its correction.
public final class Duplicates {

    /// Titles shorter than this (`Editorial`, `Reply`) say too little.
    private static final int SHORTEST_TITLE = 20;

    private final EvidenceLibrary library;
    private final Map<String, Entry> seen = new HashMap<>();

    /// @param library what is known already
    public Duplicates(EvidenceLibrary library) {
        this.library = library;
        for (Source source : library.sources()) {
            Entry entry = new Entry(source.key(), source.identifiers(), Dates.year(source.citation()), true);
            title(source.title()).ifPresent(t -> seen.putIfAbsent(t, entry));
        }
    }

    private record Entry(String name, Identifiers identifiers, OptionalInt year, boolean inLibrary) {
    }

    /// What a work was found to be.
    ///
    /// @param work the work
    /// @param of the key of the source in the library, or the title of the earlier work, that it repeats; empty when it is
    ///        new
    /// @param inLibrary whether that is in the library
    /// @param by what they have in common: `doi:…`, `pmid:…`, `title`
    public record Match(Work work, Optional<String> of, boolean inLibrary, String by) {

        /// Whether nothing like it is known.
        public boolean isNew() {
            return of.isEmpty();
        }
    }

    /// Matches works in their order; each is then known to those after it.
    public List<Match> of(List<Work> works) {
        List<Match> matches = new ArrayList<>();
        for (Work work : works) {
            Match match = match(work);
            matches.add(match);
            if (match.isNew()) {
                remember(work);
            }
        }
        return matches;
    }

    private Match match(Work work) {
        for (String name : names(work.identifiers())) {
            Optional<Source> source = library.source(name);
            if (source.isPresent()) {
                return new Match(work, Optional.of(source.get().key()), true, name);
            }
            Entry earlier = seen.get(name);
            if (earlier != null) {
                return new Match(work, Optional.of(earlier.name()), earlier.inLibrary(), name);
            }
        }
        Optional<Entry> alike = title(work.title()).flatMap(t -> Optional.ofNullable(seen.get(t)))
                .filter(e -> agree(e, work));
        return new Match(work, alike.map(Entry::name), alike.map(Entry::inLibrary).orElse(false),
                alike.isPresent() ? "title" : "");
    }

    private static boolean agree(Entry entry, Work work) {
        boolean doi = apart(entry.identifiers().doi(), work.identifiers().doi());
        boolean pmid = apart(entry.identifiers().pmid(), work.identifiers().pmid());
        boolean years = entry.year().isPresent() && work.year().isPresent()
                && Math.abs(entry.year().getAsInt() - work.year().getAsInt()) > 1;
        return !doi && !pmid && !years;
    }

    private static boolean apart(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && !one.get().equalsIgnoreCase(other.get());
    }

    private void remember(Work work) {
        Entry entry = new Entry(work.title(), work.identifiers(), work.year(), false);
        names(work.identifiers()).forEach(name -> seen.putIfAbsent(name, entry));
        title(work.title()).ifPresent(t -> seen.putIfAbsent(t, entry));
    }

    private static List<String> names(Identifiers identifiers) {
        List<String> names = new ArrayList<>();
        identifiers.doi().ifPresent(d -> names.add("doi:" + d.toLowerCase(Locale.ROOT)));
        identifiers.pmid().ifPresent(p -> names.add("pmid:" + p));
        identifiers.pmcid().ifPresent(p -> names.add("pmcid:" + p.toLowerCase(Locale.ROOT)));
        return names;
    }

    /// A title as letters and digits only, compatibility forms and marks taken apart; empty when it is too short.
    static Optional<String> title(String title) {
        String letters = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
        return letters.length() < SHORTEST_TITLE ? Optional.empty() : Optional.of("title:" + letters);
    }
}
