package propria.app.studio;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import propria.app.studio.answer.ModelCache;
import propria.app.studio.job.Job;
import propria.app.studio.job.Jobs;
import propria.engine.simulate.SimulationFailure;
import propria.model.problem.ProblemException;
import propria.study.Endpoint;
import propria.study.Study;
import propria.study.run.KnockOut;
import propria.study.summary.Effect.Middle;
import propria.trial.design.MultiplicityPlan;
import propria.trial.design.TrialDesign;
import propria.trial.run.TrialReread;

/// What can be said of a run before it is finished. Nothing of it is kept: the finished run says it with everything it has.
final class FirstLook {

    /// Draws of the first look; a run with fewer than twice as many is as fast itself.
    private static final int DRAWS = 24;

    private FirstLook() {
    }

    /// Looks at the first endpoint of a study in the first draws, one subject each, beside the run.
    ///
    /// @param all draws of the run
    static void begin(Study study, ModelCache models, int all, Jobs.Watch watch) {
        if (all < 2 * DRAWS) {
            return;
        }
        study.endpoints().stream().filter(e -> e.comparison().isPresent()).findFirst()
                .ifPresent(endpoint -> Thread.ofPlatform().name("studio-first-look").daemon()
                        .start(() -> effect(study, models, endpoint, watch)));
    }

    private static void effect(Study study, ModelCache models, Endpoint endpoint, Jobs.Watch watch) {
        try {
            Middle middle = Middle.of(new KnockOut(study, models.of(study), endpoint, DRAWS).effects(Map.of()));
            if (!Double.isNaN(middle.value())) {
                watch.early(new Job.Early("effect", endpoint.observable().name(), endpoint.observable().unit(),
                        middle.value(), middle.lower(), middle.upper(), DRAWS));
            }
        } catch (ProblemException | SimulationFailure _) {
            // the run itself says what is wrong
        }
    }

    /// Reads power from the trials on typical patients while those over beliefs are still to come: of the primary estimand by
    /// itself, in trials of full size, which takes seconds where all of them take minutes.
    static void power(Path folder, TrialDesign d, Jobs.Watch watch) {
        TrialDesign primary = new TrialDesign(d.population(), d.allocation(), d.patients(), List.of(), d.trials(),
                d.bank(), d.screening(), d.randomisation(), d.visits(), d.dropout(), d.rescue(), d.endpoints(),
                List.of(d.estimands().getFirst()), d.looks(),
                new MultiplicityPlan(MultiplicityPlan.Procedure.NONE, List.of(), List.of()), d.alpha(), d.domain(),
                d.curves(), d.components());
        Thread.ofPlatform().name("studio-first-look").daemon().start(() -> read(folder, primary, watch));
    }

    private static void read(Path folder, TrialDesign primary, Jobs.Watch watch) {
        try {
            TrialReread.read(folder, primary, 1).stream().filter(c -> c.measure().equals("power")).findFirst()
                    .ifPresent(c -> watch.early(new Job.Early("power", c.estimand(), "", c.value(),
                            c.value() - c.error(), c.value() + c.error(), c.trials())));
        } catch (ProblemException | UncheckedIOException _) {
            // the run itself says what is wrong, or was stopped and has taken its files away
        }
    }
}
