package propria.evidence.bias;

import java.util.Locale;

/// One question about how a study was done.
public enum Item {
    /// Was the allocation sequence generated and applied at random?
    SEQUENCE_GENERATION,
    /// Were the groups alike at the start, or adjusted for what differed?
    BASELINE_CHARACTERISTICS,
    /// Was the allocation hidden from those who enrolled?
    ALLOCATION_CONCEALMENT,
    /// Were the animals housed at random?
    RANDOM_HOUSING,
    /// Did those who cared for the animals not know the treatment?
    BLINDED_CAREGIVERS,
    /// Were animals picked at random for assessment?
    RANDOM_OUTCOME_ASSESSMENT,
    /// Did those who assessed not know the treatment?
    BLINDED_OUTCOME_ASSESSMENT,
    /// Was missing data dealt with?
    INCOMPLETE_OUTCOME_DATA,
    /// Was everything reported that was planned?
    SELECTIVE_REPORTING,
    /// Any other problem, such as a unit-of-analysis error?
    OTHER_BIAS,
    /// RoB 2, domain 1.
    RANDOMISATION_PROCESS,
    /// RoB 2, domain 2.
    DEVIATIONS_FROM_INTERVENTIONS,
    /// RoB 2, domain 3.
    MISSING_OUTCOME_DATA,
    /// RoB 2, domain 4.
    OUTCOME_MEASUREMENT,
    /// RoB 2, domain 5.
    SELECTED_RESULT;

    /// As written in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As said to people.
    public String plain() {
        return word().replace('_', ' ');
    }
}
