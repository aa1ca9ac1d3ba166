package propria.evidence.bias;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What somebody judged of the way a study was done.
///
/// @param tool the list of questions
/// @param assessor who judged
/// @param date when
/// @param items the answers; a question that is not here is [Judgement#UNKNOWN]
public record RiskOfBias(Tool tool, Optional<String> assessor, Optional<LocalDate> date, Map<Item, Judgement> items) {

    public RiskOfBias {
        items = Map.copyOf(items);
    }

    /// Nobody has judged.
    public static RiskOfBias unknown(Tool tool) {
        return new RiskOfBias(tool, Optional.empty(), Optional.empty(), Map.of());
    }

    /// The answer to a question of the tool.
    public Judgement of(Item item) {
        return items.getOrDefault(item, Judgement.UNKNOWN);
    }

    /// How many answers of each kind: `SYRCLE: 2 low, 1 high, 7 unknown`.
    public String line() {
        return tool.plain() + ": " + Arrays.stream(Judgement.values())
                .map(j -> Map.entry(j, tool.items().stream().filter(i -> of(i) == j).count()))
                .filter(e -> e.getValue() > 0).map(e -> e.getValue() + " " + e.getKey().word().replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
