package propria.trial.patient;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import propria.model.problem.SourceLocation;
import propria.study.Population;
import propria.study.SourcedValue;

/// A group of patients as trials describe it at baseline: what they are like, and what their patients must come to.
///
/// @param id the name of its file in `library/populations/targets`
/// @param indication which scores it is followed by, such as `crohn`
/// @param population the population of the model around which patients vary, with the spread between plausible patients
/// @param start states that are set when treatment begins, after the life before it, such as an open tract
/// @param traits what patients differ in beside the model: covariates, therapies in the background, ways of reporting
/// @param effects what traits do to the model
/// @param baseline the distributions that baseline readings must have
/// @param correlations Spearman rank correlations between baseline readings
public record TargetPopulation(String id, String name, String indication, Population population,
        SequencedMap<String, SourcedValue> start, SequencedMap<String, Marginal> traits, List<TraitEffect> effects,
        SequencedMap<String, Marginal> baseline,
        List<Pair> correlations) {

    public TargetPopulation {
        effects = List.copyOf(effects);
        correlations = List.copyOf(correlations);
    }

    /// The rank correlation of two baseline readings.
    ///
    /// @param source the claim that it rests on; assumed without one
    public record Pair(String first, String second, double spearman, Optional<String> source, SourceLocation place) {
    }
}
