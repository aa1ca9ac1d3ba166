package propria.study.file;

import java.util.List;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Phase;
import propria.study.quantity.Quantity;

/// The time that the phases of a study cover.
///
/// @param from its start [d]
/// @param to its end [d]
record TimeSpan(double from, double to) {

    static TimeSpan of(List<Phase> phases) {
        double from = phases.stream().mapToDouble(Phase::from).min().orElse(Double.NEGATIVE_INFINITY);
        double to = phases.stream().mapToDouble(Phase::to).max().orElse(Double.POSITIVE_INFINITY);
        return new TimeSpan(from, to);
    }

    /// @throws ProblemException `code` when a time is outside
    double checked(String code, String what, double time, SourceLocation place) {
        if (!(time >= from) || time > to) {
            throw new ProblemException(Problem.error(code, place,
                    what + " at " + Quantity.plain(time) + " d is outside the phases",
                    "they run from " + Quantity.plain(from) + " d to " + Quantity.plain(to) + " d",
                    "change the time, or add a phase"));
        }
        return time;
    }
}
