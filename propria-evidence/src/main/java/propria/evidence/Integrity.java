package propria.evidence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import propria.model.problem.SourceLocation;

/// What one authority (PubMed, Crossref, a publisher …) says about the standing of a source.
///
/// @param status what it says
/// @param date when the notice was published
/// @param notice the identifier or the gist of the notice
/// @param authority who says so
/// @param checked when somebody last looked
/// @param definedAt where it is written
public record Integrity(Status status, Optional<LocalDate> date, Optional<String> notice, Optional<String> authority,
        Optional<LocalDate> checked, SourceLocation definedAt) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /// The standing of a source, from the least to the most serious. Nobody having looked says nothing, so it stands
    /// below `OK`: an authority that was asked outweighs one that was not.
    public enum Status {
        /// Nobody has asked.
        NOT_CHECKED,
        /// An authority was asked and has no notice.
        OK,
        /// A retraction or concern was taken back.
        REINSTATED,
        /// An erratum or correction was published; what was wrong should be looked up.
        CORRECTED,
        /// A preprint of which a reviewed version has appeared; numbers should be read again there.
        PREPRINT_SUPERSEDED,
        /// Retracted and published again; numbers of the first version do not stand until they are read in the new one.
        REPLACED,
        /// The editors doubt it and have not decided.
        EXPRESSION_OF_CONCERN,
        /// Withdrawn.
        RETRACTED;

        /// As written in files: `expression_of_concern`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// As said to people: `expression of concern`.
        public String plain() {
            return word().replace('_', ' ');
        }

        /// Whether a number that rests on such a source is flagged.
        public boolean isInDoubt() {
            return compareTo(REPLACED) >= 0;
        }

        /// The status of that word, in either form; empty for another word.
        public static Optional<Status> named(String word) {
            String wanted = word.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
            return Arrays.stream(values()).filter(s -> s.word().equals(wanted)).findFirst();
        }

        /// The most serious of several; `NOT_CHECKED` of none.
        public static Status worst(Collection<Status> several) {
            return several.stream().max(Status::compareTo).orElse(NOT_CHECKED);
        }
    }

    /// One line for people, such as `expression of concern, 15 Nov 2024, PMID:39548488 (PubMed)`.
    public String line() {
        StringBuilder text = new StringBuilder(status.plain());
        date.ifPresent(d -> text.append(", ").append(day(d)));
        notice.ifPresent(n -> text.append(", ").append(n));
        authority.ifPresent(a -> text.append(" (").append(a).append(')'));
        checked.ifPresent(c -> text.append(", looked up ").append(day(c)));
        return text.toString();
    }

    /// A date as said to people: `15 Nov 2024`.
    public static String day(LocalDate date) {
        return DAY.format(date);
    }
}
