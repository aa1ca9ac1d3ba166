package propria.evidence.refresh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.evidence.Authority;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Identifiers;
import propria.evidence.Integrity;
import propria.evidence.Integrity.Status;
import propria.evidence.MergedIntegrity;
import propria.evidence.Source;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Notice;

/// Brings what is recorded of sources up to newly downloaded data.
///
/// An authority that was asked again speaks anew: its `ok` and its notices take the place of its older `ok`, a notice that
/// it repeats gets the new day of asking. A notice that it no longer lists **stays**, with a remark: only a reinstatement
/// takes a retraction back ([MergedIntegrity]). What other authorities said is left alone.
public final class Refresh {

    private final EvidenceLibrary library;
    private final LocalDate asOf;
    private final Map<String, List<Integrity>> fresh = new LinkedHashMap<>();

    /// @param library what is recorded
    /// @param asOf when the data was downloaded
    public Refresh(EvidenceLibrary library, LocalDate asOf) {
        this.library = library;
        this.asOf = asOf;
    }

    /// What became of one source.
    ///
    /// @param before its standing before
    /// @param records what is now recorded of it
    /// @param remarks notices that an authority no longer lists
    public record Change(Source source, MergedIntegrity before, List<Integrity> records, List<String> remarks) {

        /// Its standing now.
        public MergedIntegrity after() {
            return MergedIntegrity.of(records);
        }

        /// Whether its standing is another.
        public boolean moved() {
            return before.status() != after().status();
        }
    }

    /// The source that data is about.
    public static Optional<Source> about(EvidenceLibrary library, Identifiers identifiers) {
        return identifiers.doi().flatMap(d -> library.source("doi:" + d))
                .or(() -> identifiers.pmid().flatMap(p -> library.source("pmid:" + p)))
                .or(() -> identifiers.pmcid().flatMap(p -> library.source("pmcid:" + p)));
    }

    /// Takes the notices of a file.
    public Refresh add(Imported file) {
        for (Notice notice : file.notices()) {
            about(library, notice.about()).ifPresent(source -> fresh
                    .computeIfAbsent(source.key(), _ -> new ArrayList<>()).add(asked(notice.said())));
        }
        return this;
    }

    /// Says that the data of an authority was whole: a source with a DOI or PMID that it has no notice of is `ok`.
    public Refresh whole(Authority authority) {
        for (Source source : library.sources()) {
            boolean askable = source.identifiers().doi().isPresent() || source.identifiers().pmid().isPresent();
            boolean spoken = fresh.getOrDefault(source.key(), List.of()).stream()
                    .anyMatch(i -> MergedIntegrity.of(List.of(i)).perAuthority().containsKey(authority.plain()));
            if (askable && !spoken) {
                fresh.computeIfAbsent(source.key(), _ -> new ArrayList<>()).add(new Integrity(Status.OK,
                        Optional.empty(), Optional.empty(), Optional.of(authority.plain()), Optional.of(asOf),
                        source.definedAt()));
            }
        }
        return this;
    }

    private Integrity asked(Integrity said) {
        return new Integrity(said.status(), said.date(), said.notice(), said.authority(), Optional.of(asOf),
                said.definedAt());
    }

    /// What becomes of the sources that the data speaks of, in the order of their keys.
    public List<Change> changes() {
        return library.sources().stream().filter(s -> fresh.containsKey(s.key())).map(this::change).toList();
    }

    private Change change(Source source) {
        Map<String, List<Integrity>> asked = new LinkedHashMap<>();
        fresh.getOrDefault(source.key(), List.of())
                .forEach(i -> asked.computeIfAbsent(authority(i), _ -> new ArrayList<>()).add(i));
        List<Integrity> records = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (Integrity old : source.integrity()) {
            List<Integrity> anew = asked.get(authority(old));
            boolean unnamed = old.authority().isEmpty() && old.status() == Status.NOT_CHECKED;
            if (anew == null && !unnamed) {
                records.add(old);
            } else if (anew != null && old.status().compareTo(Status.OK) > 0) {
                keep(old, anew, records, remarks);
            }
        }
        asked.values().forEach(anew -> records.addAll(withoutNeedlessOk(anew)));
        return new Change(source, source.merged(), records.stream().distinct().toList(), remarks);
    }

    /// An older notice goes into the one that repeats it, else stays.
    private static void keep(Integrity old, List<Integrity> anew, List<Integrity> records, List<String> remarks) {
        for (int i = 0; i < anew.size(); i++) {
            if (repeats(anew.get(i), old)) {
                Integrity now = anew.get(i);
                anew.set(i, new Integrity(now.status(), now.date().or(old::date), now.notice().or(old::notice),
                        now.authority(), now.checked(), old.definedAt()));
                return;
            }
        }
        records.add(old);
        remarks.add(authority(old) + " no longer lists: " + old.line() + "; it is kept");
    }

    private static boolean repeats(Integrity now, Integrity old) {
        boolean sameDay = old.date().isEmpty() || now.date().isEmpty() || old.date().equals(now.date());
        boolean sameNotice = old.notice().equals(now.notice());
        return now.status() == old.status() && (sameDay || sameNotice);
    }

    /// One `ok` at most, and none beside a notice.
    private static List<Integrity> withoutNeedlessOk(List<Integrity> anew) {
        List<Integrity> notices = anew.stream().filter(i -> i.status().compareTo(Status.OK) > 0).distinct().toList();
        return notices.isEmpty() ? anew.subList(0, 1) : once(notices);
    }

    /// The same notice told twice, once with less detail, is one.
    private static List<Integrity> once(List<Integrity> notices) {
        List<Integrity> kept = new ArrayList<>();
        for (Integrity notice : notices) {
            boolean told = notices.stream().anyMatch(other -> other != notice && repeats(other, notice)
                    && other.notice().equals(notice.notice()) && other.date().isPresent()
                    && notice.date().isEmpty())
                    || kept.stream().anyMatch(other -> repeats(other, notice)
                            && other.notice().equals(notice.notice()));
            if (!told) {
                kept.add(notice);
            }
        }
        return kept;
    }

    private static String authority(Integrity integrity) {
        return MergedIntegrity.of(List.of(integrity)).perAuthority().firstEntry().getKey();
    }
}
