package propria.trial.patient.cohort;

import java.util.List;
import propria.model.problem.SourceLocation;
import propria.study.reading.Findings;

/// How a cohort is made whose baseline readings are distributed as the target says.
public sealed interface CohortMethod permits DensitySelection, CohortChains, AcceptOrPerturb {

    /// The words of all methods.
    List<String> WORDS = List.of("select", "mcmc", "perturb");

    /// Chooses patients of one draw.
    ///
    /// @param count how many
    Cohort make(CandidateReader reader, int count, int threads);

    /// How much work it is to choose so many people of a draw, as lives that are simulated or in proportion to them: what a small
    /// cohort took is carried over to a large one by it.
    double effort(int count);

    /// The method of a word, with its usual settings.
    ///
    /// @throws propria.model.problem.ProblemException T121 for an unknown word
    static CohortMethod named(String word) {
        return switch (word) {
            case "select" -> new DensitySelection(12);
            case "mcmc" -> new CohortChains(8, 12, 60, 600);
            case "perturb" -> new AcceptOrPerturb(0.25, 30);
            default -> throw Findings.unknown("T121", SourceLocation.of("--method"), "method", word, WORDS);
        };
    }
}
