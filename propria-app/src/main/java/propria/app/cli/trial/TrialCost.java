package propria.app.cli.trial;

import propria.study.Study;
import propria.study.library.Library;
import propria.trial.design.TrialDesign;
import propria.trial.run.TrialPilot;
import propria.trial.score.clinic.VisitRecorder;

/// What a run of trials would take, from a few people and trials that are measured on this machine.
///
/// @param people who are simulated in every arm
/// @param seconds on the clock
/// @param choosing the part of them in which people are chosen
/// @param memory at its peak [bytes]
/// @param disk of the run folder and of the checkpoint beside it [bytes]
public record TrialCost(long people, double seconds, double choosing, long memory, long disk) {

    /// The program, its model, and DuckDB while subjects are written.
    private static final long BASE = 600L << 20;

    /// A visit of a subject in the files of observations, measured on the perianal template.
    private static final double VISIT = 26;

    /// A row of `trials.csv`.
    private static final long ROW = 170;

    /// Measures; takes some seconds.
    ///
    /// @param trials how many are simulated
    public static TrialCost of(Study study, TrialDesign design, Library library, int trials, int threads) {
        TrialPilot pilot = TrialPilot.of(study, design, library, threads);
        long people = design.bank().people();
        long times = 1 + 3L * design.visits().size();
        long courses = people * design.courses() * times * VisitRecorder.QUANTITIES.size() * Double.BYTES;
        double sets = 4 + 2 * 0.25 * design.curves().doses().size();
        double observed = sets * trials * design.patients() * (design.visits().size() + 1) * VISIT;
        long rows = 4L * trials * (design.sizes().size() + 1) * design.estimands().size() * design.activeArms();
        return new TrialCost(people, pilot.seconds(design, trials), pilot.secondsOfCohorts(),
                BASE + courses + rows * 2 * ROW, courses + (long) observed + rows * ROW);
    }
}
