package propria.formats.petab.check;

import java.util.function.Consumer;
import propria.formats.petab.problem.Experiment;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Problem;

/// Nothing is measured before its experiment begins, and a steady state is before all else.
final class CheckMeasurementsFollowTheirExperiment implements PetabCheck {

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        problem.measurements().forEach(m -> problem.experiment(m.experiment()).ifPresent(e -> {
            double start = start(e);
            if (!(m.time() >= start)) {
                found.accept(Problem.error("P214", m.place(), "the measurement at " + m.time()
                        + " comes before its experiment begins", "the experiment begins at " + start,
                        "correct one of the times"));
            }
        }));
        problem.experiments().forEach(e -> e.periods().forEach(p -> {
            if (Double.isNaN(p.time()) || p.time() == Double.POSITIVE_INFINITY) {
                found.accept(Problem.error("P214", p.place(), "a period cannot begin at " + p.time(), "",
                        "write a number, or -inf for a steady state before all"));
            }
        }));
    }

    private static double start(Experiment experiment) {
        return experiment.periods().stream().filter(p -> !p.isPreEquilibration())
                .mapToDouble(Experiment.Period::time).findFirst().orElse(0);
    }
}
