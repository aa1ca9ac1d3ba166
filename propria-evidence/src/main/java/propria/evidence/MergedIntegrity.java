package propria.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import propria.evidence.Integrity.Status;

/// What several authorities together say about the standing of a source.
///
/// The rule:
///
/// 1. **Each authority by itself.** What one authority says is a history. A reinstatement takes back every retraction,
///    replacement and expression of concern of *the same* authority that is not dated after it; a replacement takes back
///    such a retraction, as *retract and replace* is one event. Nothing else takes anything back: a correction does not
///    lift a concern, nor does a newer `ok`. Of what is left the most serious holds; of several equal ones the latest.
/// 2. **The authorities together.** The most serious standing of any authority holds, in the order of [Status]. One that
///    says `ok`, or was not asked, never outweighs one that has a notice; a reinstatement at one authority does not take
///    back the retraction at another.
/// 3. **Conflicts are shown, never settled.** Two authorities that were asked and come to different standings are a
///    conflict, and so are two that give one standing different dates more than [#DAYS_APART] days apart. The silence of
///    an authority about what it does not record ([Authority#records]) is none.
///
/// @param status the standing that holds
/// @param deciding the record that it rests on; empty when nobody was asked
/// @param perAuthority the record that holds at each authority, by its name in the order of the file; records without
///        authority under `not named`
/// @param conflicts one sentence each
public record MergedIntegrity(Status status, Optional<Integrity> deciding, SequencedMap<String, Integrity> perAuthority,
        List<String> conflicts) {

    /// Dates of the same notice differ by some days between authorities (print, online, indexing).
    public static final int DAYS_APART = 31;

    private static final String NOT_NAMED = "not named";

    public MergedIntegrity {
        conflicts = List.copyOf(conflicts);
    }

    /// Merges what is recorded of one source.
    public static MergedIntegrity of(List<Integrity> records) {
        Map<String, List<Integrity>> histories = new LinkedHashMap<>();
        for (Integrity record : records) {
            histories.computeIfAbsent(name(record), _ -> new ArrayList<>()).add(record);
        }
        SequencedMap<String, Integrity> holding = new LinkedHashMap<>();
        histories.forEach((authority, history) -> holding.put(authority, holding(history)));
        Optional<Integrity> deciding = holding.values().stream().max(SERIOUS);
        return new MergedIntegrity(deciding.map(Integrity::status).orElse(Status.NOT_CHECKED), deciding, holding,
                conflicts(holding));
    }

    /// Serious ones last; among equals a dated one after an undated one, so that it decides.
    private static final Comparator<Integrity> SERIOUS = Comparator.comparing(Integrity::status)
            .thenComparing(i -> i.date().isPresent());

    /// The name under which the records of an authority are kept together.
    static String name(Integrity record) {
        return record.authority().map(a -> Authority.named(a).map(Authority::plain).orElse(a)).orElse(NOT_NAMED);
    }

    private static Integrity holding(List<Integrity> history) {
        List<Integrity> left = history.stream().filter(record -> history.stream().noneMatch(by -> lifts(by, record)))
                .toList();
        return left.stream().max(SERIOUS.thenComparing(i -> i.date().orElse(LocalDate.MIN))).orElseThrow();
    }

    private static boolean lifts(Integrity by, Integrity record) {
        boolean can = switch (by.status()) {
            case REINSTATED -> record.status().compareTo(Status.REPLACED) >= 0;
            case REPLACED -> record.status() == Status.RETRACTED;
            case NOT_CHECKED, OK, CORRECTED, PREPRINT_SUPERSEDED, EXPRESSION_OF_CONCERN, RETRACTED -> false;
        };
        boolean later = record.date().isPresent() && by.date().isPresent()
                && record.date().get().isAfter(by.date().get());
        return can && !later;
    }

    private static List<String> conflicts(SequencedMap<String, Integrity> holding) {
        List<Map.Entry<String, Integrity>> asked = holding.entrySet().stream()
                .filter(e -> e.getValue().status() != Status.NOT_CHECKED).toList();
        List<String> conflicts = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            for (int j = i + 1; j < asked.size(); j++) {
                conflict(asked.get(i), asked.get(j)).ifPresent(conflicts::add);
            }
        }
        return conflicts;
    }

    private static Optional<String> conflict(Map.Entry<String, Integrity> one, Map.Entry<String, Integrity> other) {
        Integrity a = one.getValue();
        Integrity b = other.getValue();
        if (a.status() != b.status()) {
            boolean silent = silent(one.getKey(), a, b) || silent(other.getKey(), b, a);
            return silent
                    ? Optional.empty()
                    : Optional.of(one.getKey() + " says " + a.status().plain() + ", " + other.getKey() + " says "
                            + b.status().plain());
        }
        if (a.date().isEmpty() || b.date().isEmpty() || a.status() == Status.OK) {
            return Optional.empty();
        }
        long apart = Math.abs(a.date().get().toEpochDay() - b.date().get().toEpochDay());
        return apart <= DAYS_APART
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%s dates the %s %s, %s %s", one.getKey(), a.status().plain(),
                        Integrity.day(a.date().get()), other.getKey(), Integrity.day(b.date().get())));
    }

    private static boolean silent(String authority, Integrity says, Integrity other) {
        return says.status() == Status.OK
                && Authority.named(authority).filter(a -> !a.records(other.status())).isPresent();
    }

    /// Which of the three authorities nobody has asked about this source.
    public List<Authority> notAsked() {
        return java.util.Arrays.stream(Authority.values())
                .filter(a -> !perAuthority.containsKey(a.plain())
                        || perAuthority.get(a.plain()).status() == Status.NOT_CHECKED)
                .toList();
    }
}
