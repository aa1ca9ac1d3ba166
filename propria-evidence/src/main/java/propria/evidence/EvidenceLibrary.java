package propria.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// All sources that this laboratory knows. Nothing here asks the network: what is known of a source, and since when, is
/// what its file says.
public final class EvidenceLibrary {

    /// A library without sources.
    public static final EvidenceLibrary EMPTY = new EvidenceLibrary(List.of());

    private final Map<String, Source> byKey = new TreeMap<>();
    private final Map<String, Source> byName = new HashMap<>();

    private EvidenceLibrary(List<Source> sources) {
        List<Problem> problems = new ArrayList<>();
        for (Source source : sources) {
            add(byKey, source.key(), source, problems);
            for (Reference reference : source.identifiers().references()) {
                add(byName, reference.name(), source, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static void add(Map<String, Source> index, String name, Source source, List<Problem> problems) {
        Source before = index.putIfAbsent(name, source);
        if (before != null) {
            problems.add(Problem.error("E005", source.definedAt(), "`" + name + "` belongs to two sources",
                    "also to `" + before.key() + "`, " + before.definedAt(),
                    "make one source of them, or correct the identifier"));
        }
    }

    /// A library of given sources.
    ///
    /// @throws ProblemException E005 when two share a key or an identifier
    public static EvidenceLibrary of(Collection<Source> sources) {
        return new EvidenceLibrary(sources.stream().sorted(Comparator.comparing(Source::key)).toList());
    }

    /// Reads every `*.yaml` of a folder.
    ///
    /// @throws ProblemException E001 when there is no such folder, else every problem of every file
    public static EvidenceLibrary read(Path folder) {
        List<Source> sources = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                sources.add(SourceReader.read(file));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        try {
            EvidenceLibrary library = new EvidenceLibrary(sources);
            if (problems.isEmpty()) {
                library.sources().forEach(s -> s.restsOn().stream().filter(r -> library.source(r).isEmpty())
                        .forEach(r -> problems.add(library.unknown(r, s.definedAt()))));
                library.sources().forEach(s -> s.claims().forEach(c -> c.primary()
                        .filter(p -> library.source(p).isEmpty() || library.find(p).isEmpty())
                        .ifPresent(p -> problems.add(library.unknown(p, c.definedAt())))));
            }
            if (problems.isEmpty()) {
                return library;
            }
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
        throw new ProblemException(problems);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new ProblemException(Problem.error("E001", SourceLocation.of(folder.toString()),
                    "the folder of sources cannot be read", String.valueOf(e.getMessage()),
                    "check the place of the library"));
        }
    }

    /// Every source, in the order of the keys.
    public List<Source> sources() {
        return List.copyOf(byKey.values());
    }

    /// The source that a reference names, whatever statement it names. A reference is a key (`lo-2016`), a DOI
    /// (`https://doi.org/…`, `doi:…`), a PubMed number (`https://identifiers.org/pubmed/…`, `PMID:…`), a PubMed Central
    /// identifier or an address, each with `#claim` or without.
    public Optional<Source> source(String reference) {
        String name = Reference.of(reference).name();
        return Optional.ofNullable(byName.get(name)).or(() -> Optional.ofNullable(byKey.get(name)));
    }

    /// What a reference names; empty when the source or the statement is not here.
    public Optional<Citation> find(String reference) {
        Optional<Source> source = source(reference);
        Reference parts = Reference.of(reference);
        Optional<Citation.Relation> relation = parts.relation().map(Citation.Relation::named)
                .orElse(Optional.of(Citation.Relation.UNSTATED));
        if (source.isEmpty() || relation.isEmpty()) {
            return Optional.empty();
        }
        Optional<Claim> claim = parts.claim().flatMap(source.get()::claim);
        if (parts.claim().isPresent() && claim.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Citation.of(this, reference, relation.get(), source.get(), claim));
    }

    /// What a reference names.
    ///
    /// @param place where the reference is written
    /// @throws ProblemException E101 for an unknown source, E102 for an unknown statement of a known source
    public Citation cite(String reference, SourceLocation place) {
        return find(reference).orElseThrow(() -> new ProblemException(unknown(reference, place)));
    }

    Problem unknown(String reference, SourceLocation place) {
        Reference parts = Reference.of(reference);
        Optional<Source> source = source(reference);
        if (source.isPresent() && parts.relation().isPresent()
                && Citation.Relation.named(parts.relation().get()).isEmpty()) {
            return Problem.error("E103", place,
                    "`" + parts.relation().get() + "` does not say how a number follows from a claim",
                    "known: value, derived, fitted, range, magnitude",
                    "write one of them after `;`, or leave it out");
        }
        if (source.isPresent()) {
            List<String> claims = source.get().claims().stream().map(Claim::id).toList();
            return Problem.error("E102", place, "`" + reference + "` names a claim that is not in the library",
                    "`" + source.get().key() + "` has " + claims.size() + " claims",
                    parts.claim().flatMap(c -> Nearest.of(c, claims)).map(near -> "did you mean `#" + near + "`?")
                            .orElse("add the claim to " + source.get().definedAt().file() + ", or cite without `#`"));
        }
        return Problem.error("E101", place, "`" + reference + "` is not in the library of evidence",
                byKey.size() + " sources are known", nearest(parts.name())
                        .map(near -> "the nearest known is `" + near.key() + "`"
                                + near.identifiers().best().map(b -> ", " + b).orElse("") + "; else add a file for it")
                        .orElse("add a file to library/evidence for it"));
    }

    /// The source with the nearest key or the nearest identifier of the same scheme.
    private Optional<Source> nearest(String name) {
        String scheme = name.substring(0, name.indexOf(':') + 1);
        if (scheme.isEmpty()) {
            return Nearest.of(name, byKey.keySet()).map(byKey::get);
        }
        List<String> known = byName.keySet().stream().filter(n -> n.startsWith(scheme))
                .map(n -> n.substring(scheme.length())).toList();
        return Nearest.of(name.substring(scheme.length()), known).map(n -> byName.get(scheme + n));
    }

    /// The sources that rest on one, directly or through others, without itself: reviews that pool it, pages that report
    /// it. In the order of the keys.
    public List<Source> restingOn(Source source) {
        Set<String> fallen = new HashSet<>(Set.of(source.key()));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Source other : sources()) {
                boolean rests = other.restsOn().stream().flatMap(r -> source(r).stream())
                        .anyMatch(s -> fallen.contains(s.key()));
                grew |= rests && fallen.add(other.key());
            }
        }
        return sources().stream().filter(s -> fallen.contains(s.key()) && !s.key().equals(source.key())).toList();
    }

    /// This library after something more was said about some of its sources.
    ///
    /// @param said by key
    public EvidenceLibrary with(Map<String, Integrity> said) {
        return of(sources().stream()
                .map(s -> Optional.ofNullable(said.get(s.key())).map(s::with).orElse(s)).toList());
    }

    /// The day on which somebody last looked up the integrity of any source; empty when no file records one.
    public Optional<LocalDate> asOf() {
        return sources().stream().flatMap(s -> s.integrity().stream()).flatMap(i -> i.checked().stream())
                .max(LocalDate::compareTo);
    }
}
