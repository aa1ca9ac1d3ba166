package propria.app.studio.job;

import java.util.List;
import java.util.Optional;
import propria.model.problem.Problem;

/// Work that was asked for, as it stands at a moment.
///
/// @param id unique while the studio is open
/// @param kind what it is: `study`, `trial` or `cohort`
/// @param study its name in the workspace; of a cohort the population
/// @param words what is being done, in words; empty when there is one thing only
/// @param done simulations so far
/// @param total simulations in all; 0 while it is not known
/// @param seconds since it began
/// @param run the name of what is finished
/// @param summary the SHA-256 of the finished run's summary
/// @param early what can be said before it is finished
/// @param problems why it failed
public record Job(String id, String kind, String study, Stage stage, String words, long done, long total,
        double seconds, Optional<String> run, Optional<String> summary, Optional<Early> early,
        List<Problem> problems) {

    public Job {
        problems = List.copyOf(problems);
    }

    /// A first answer.
    ///
    /// @param kind `effect` of an endpoint over the first draws, or `power` of trials on courses that are finished
    /// @param name of the endpoint or estimand
    /// @param value the middle, or the share
    /// @param lower end of the 90 % interval of an effect, or one Monte-Carlo standard error below the share
    /// @param count of draws or trials behind it
    public record Early(String kind, String name, String unit, double value, double lower, double upper, int count) {
    }

    /// How far it is.
    public enum Stage {
        /// Others are before it.
        WAITING,
        /// It is being simulated.
        RUNNING,
        /// Its folder is written.
        DONE,
        /// It could not be carried out; [Job#problems] says why.
        FAILED,
        /// A person stopped it; what was finished is kept, and the next run of the study goes on from there.
        STOPPED
    }

    /// Whether nothing more will happen to it.
    public boolean isOver() {
        return stage == Stage.DONE || stage == Stage.FAILED || stage == Stage.STOPPED;
    }

    static Job waiting(String id, String kind, String study) {
        return new Job(id, kind, study, Stage.WAITING, "", 0, 0, 0, Optional.empty(), Optional.empty(),
                Optional.empty(),
                List.of());
    }

    Job running(long doneNow, long totalNow, double secondsNow) {
        return new Job(id, kind, study, Stage.RUNNING, words, doneNow, totalNow, secondsNow, run, summary, early,
                problems);
    }

    Job saying(Early now) {
        return new Job(id, kind, study, stage, words, done, total, seconds, run, summary, Optional.of(now), problems);
    }

    Job saying(String wordsNow) {
        return new Job(id, kind, study, Stage.RUNNING, wordsNow, 0, 0, seconds, run, summary, early, problems);
    }

    Job finished(Jobs.Finished what, double secondsNow) {
        return new Job(id, kind, study, Stage.DONE, "", total, total, secondsNow, Optional.of(what.name()),
                Optional.of(what.hash()), early, problems);
    }

    Job failed(List<Problem> why) {
        return new Job(id, kind, study, Stage.FAILED, words, done, total, seconds, run, summary, early, why);
    }

    Job stopped() {
        return new Job(id, kind, study, Stage.STOPPED, words, done, total, seconds, run, summary, early,
                problems);
    }
}
