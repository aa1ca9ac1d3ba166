package propria.evidence;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A source that something cites, with the one statement that it names.
///
/// @param reference as it was written
/// @param relation how the number follows from the statement
/// @param source the source
/// @param claim the statement, when the reference names one
/// @param behind what the statement itself rests on, the primary source last: the chain from a review to the study, and
///        every further source that those rest on
/// @param primary where the chain of the statement ends: the source itself unless the statement names another
public record Citation(String reference, Relation relation, Source source, Optional<Claim> claim, List<Source> behind,
        Source primary) {

    /// How a number follows from a statement, the closest first.
    public enum Relation {
        /// It is the stated value, in another unit at most.
        VALUE,
        /// It is computed from stated values by a formula that stands beside it.
        DERIVED,
        /// It was fitted to stated measurements.
        FITTED,
        /// The stated values lie within its interval, or bound it.
        RANGE,
        /// The stated value is of the same order of magnitude: at most ten times off.
        MAGNITUDE,
        /// Whoever cited it did not say.
        UNSTATED;

        /// As written after the claim: `lo-2016#mu-m;range`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The relation of that word; empty for another word.
        public static Optional<Relation> named(String word) {
            return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
        }
    }

    /// Follows a statement to the study that it was taken from.
    static Citation of(EvidenceLibrary library, String reference, Relation relation, Source source,
            Optional<Claim> claim) {
        Map<String, Source> behind = new LinkedHashMap<>();
        Source primary = source;
        Optional<String> next = claim.flatMap(Claim::primary);
        while (next.isPresent()) {
            Optional<Source> found = library.source(next.get());
            if (found.isEmpty() || found.get().key().equals(source.key()) || behind.containsKey(found.get().key())) {
                break;
            }
            primary = found.get();
            behind.put(primary.key(), primary);
            next = Reference.of(next.get()).claim().flatMap(primary::claim).flatMap(Claim::primary);
        }
        Deque<Source> open = new ArrayDeque<>(behind.values());
        open.addFirst(source);
        while (!open.isEmpty()) {
            for (String below : open.removeFirst().restsOn()) {
                library.source(below).filter(s -> !s.key().equals(source.key()))
                        .filter(s -> behind.putIfAbsent(s.key(), s) == null).ifPresent(open::addLast);
            }
        }
        return new Citation(reference, relation, source, claim, List.copyOf(behind.values()), primary);
    }

    public Citation {
        behind = List.copyOf(behind);
    }

    /// How far what is cited was checked: the mark of the statement, else that of the source.
    public Mark mark() {
        return claim.map(Claim::mark).orElse(source.mark());
    }

    /// Whether a number can stand on it: the statement was read, and the chain ends at a source that measured or computed
    /// it. A review, a pooled analysis or a page about others points to a number; it does not ground one.
    public boolean grounds() {
        return mark() == Mark.SEEN && primary.kind().grounds();
    }

    /// The source and all that is behind it.
    public Stream<Source> chain() {
        return Stream.concat(Stream.of(source), behind.stream()).distinct();
    }

    /// The sources of the chain that are in doubt.
    public List<Source> doubtful() {
        return chain().filter(s -> s.status().isInDoubt()).toList();
    }

    /// Whether it stands or falls with a source: that source is cited, or the statement was taken from it.
    public boolean fallsWith(Source fallen) {
        return source.key().equals(fallen.key()) || primary.key().equals(fallen.key());
    }

    /// `key#claim`, or `key` when no statement is named.
    public String shortForm() {
        return claim.map(c -> source.key() + "#" + c.id()).orElse(source.key());
    }
}
