package propria.app.studio.trial;

import java.util.List;
import propria.study.Study;
import propria.study.library.Library;
import propria.trial.design.TrialDesign;
import propria.trial.run.TrialPilot;

/// What the run of a trial would take on this machine, from a few people and trials that were measured.
///
/// @param courses simulations of the model
/// @param people of both sets of courses
/// @param trials with as many of the null population
/// @param seconds on the clock
/// @param choosing the part of them in which people are chosen
public record TrialEstimate(long courses, long people, long trials, double seconds, double choosing) {

    /// Measures.
    ///
    /// @throws propria.model.problem.ProblemException as a run does
    public static TrialEstimate of(Study study, TrialDesign design, Library library, int threads) {
        TrialPilot pilot = TrialPilot.of(study, design, library, threads);
        long people = design.bank().people();
        long arms = design.allocation().size() + (long) design.curves().doses().size() * design.activeArms();
        return new TrialEstimate(people * arms, people, 4L * design.trials(),
                pilot.seconds(design, design.trials()), pilot.secondsOfCohorts());
    }
}
