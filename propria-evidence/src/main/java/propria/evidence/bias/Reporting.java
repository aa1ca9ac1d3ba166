package propria.evidence.bias;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How completely a study was reported: the Essential 10 of ARRIVE 2.0 (Percie du Sert et al. 2020,
/// doi:10.1371/journal.pbio.3000410), item by item. What is not here is unknown; nothing is added up.
///
/// @param assessor who looked
/// @param date when
/// @param items the answers
public record Reporting(Optional<String> assessor, Optional<LocalDate> date, Map<Item, Answer> items) {

    /// What should be reported.
    public enum Item {
        STUDY_DESIGN,
        SAMPLE_SIZE,
        INCLUSION_AND_EXCLUSION,
        RANDOMISATION,
        BLINDING,
        OUTCOME_MEASURES,
        STATISTICAL_METHODS,
        EXPERIMENTAL_ANIMALS,
        EXPERIMENTAL_PROCEDURES,
        RESULTS;

        /// As written in files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether it is.
    public enum Answer {
        REPORTED,
        PARTLY,
        NOT_REPORTED,
        /// Nobody has looked.
        UNKNOWN;

        /// As written in files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Reporting {
        items = Map.copyOf(items);
    }

    /// The answer to an item.
    public Answer of(Item item) {
        return items.getOrDefault(item, Answer.UNKNOWN);
    }

    /// How many answers of each kind: `ARRIVE: 6 reported, 4 unknown`.
    public String line() {
        return "ARRIVE: " + Arrays.stream(Answer.values())
                .map(a -> Map.entry(a, Arrays.stream(Item.values()).filter(i -> of(i) == a).count()))
                .filter(e -> e.getValue() > 0).map(e -> e.getValue() + " " + e.getKey().word().replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
