package propria.evidence.bias;

import java.util.List;

/// A published list of questions.
public enum Tool {
    /// For animal studies: Hooijmans et al. 2014 (doi:10.1186/1471-2288-14-43).
    SYRCLE("SYRCLE", List.of(Item.SEQUENCE_GENERATION, Item.BASELINE_CHARACTERISTICS, Item.ALLOCATION_CONCEALMENT,
            Item.RANDOM_HOUSING, Item.BLINDED_CAREGIVERS, Item.RANDOM_OUTCOME_ASSESSMENT,
            Item.BLINDED_OUTCOME_ASSESSMENT, Item.INCOMPLETE_OUTCOME_DATA, Item.SELECTIVE_REPORTING, Item.OTHER_BIAS)),
    /// For randomised trials: Sterne et al. 2019 (doi:10.1136/bmj.l4898).
    ROB2("RoB 2", List.of(Item.RANDOMISATION_PROCESS, Item.DEVIATIONS_FROM_INTERVENTIONS, Item.MISSING_OUTCOME_DATA,
            Item.OUTCOME_MEASUREMENT, Item.SELECTED_RESULT));

    private final String plain;
    private final List<Item> items;

    Tool(String plain, List<Item> items) {
        this.plain = plain;
        this.items = items;
    }

    /// Its name.
    public String plain() {
        return plain;
    }

    /// Its questions, in its order.
    public List<Item> items() {
        return items;
    }
}
