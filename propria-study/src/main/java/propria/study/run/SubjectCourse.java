package propria.study.run;

import java.util.ArrayList;
import java.util.List;
import propria.engine.simulate.SimulationFailure;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Observable;
import propria.study.Study;
import propria.study.subject.ParameterDraw;

/// One virtual subject over time in every arm, the same as in the run of the whole study.
public final class SubjectCourse {

    private SubjectCourse() {
    }

    /// A value of the subject.
    ///
    /// @param time [d]
    public record Point(String arm, Observable observable, double time, double value) {
    }

    /// Simulates one subject.
    ///
    /// @param draw the number of the parameter draw, from 0
    /// @param subject the number of the subject, from 0
    /// @return arm by arm, observable by observable, ascending in time
    /// @throws ProblemException S053 when the study has no such subject, else as a run does
    public static List<Point> of(Study study, RunOptions options, int draw, int subject) {
        StudyPlan plan = StudyPlan.of(study, options);
        if (draw < 0 || draw >= plan.draws() || subject < 0 || subject >= study.perArm()) {
            throw new ProblemException(Problem.error("S053", "there is no subject " + draw + "/" + subject,
                    "draws are numbered 0 to " + (plan.draws() - 1) + ", subjects 0 to " + (study.perArm() - 1),
                    "write --patient DRAW/SUBJECT, as in the table of subjects"));
        }
        double[] row = new double[plan.chunks().columns()];
        ParameterDraw parameters = plan.sampler().draw(draw);
        new SubjectRunner(plan).run(parameters, plan.sampler().subject(parameters, subject), row)
                .map(SimulationFailure::problem).ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
        List<Point> points = new ArrayList<>();
        int at = 0;
        for (int arm = 0; arm < study.arms().size(); arm++) {
            for (int observable = 0; observable < study.observables().size(); observable++) {
                for (int time = 0; time < plan.times().size(); time++) {
                    points.add(new Point(study.arms().get(arm).id(), study.observables().get(observable),
                            plan.times().get(time), row[at++]));
                }
            }
        }
        return points;
    }
}
