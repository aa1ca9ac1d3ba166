package propria.formats.petab.check;

import java.util.ArrayList;
import java.util.List;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Problem;

/// All rules.
public final class PetabChecks {

    private static final List<PetabCheck> ALL = List.of(new CheckIdsAreValid(), new CheckIdsAreUnique(),
            new CheckReferencesExist(), new CheckPlaceholdersAreFilled(), new CheckParametersHaveValues(),
            new CheckPriorsAreKnown(), new CheckConditionsChangeWhatCanChange(), new CheckChangesDoNotCollide(),
            new CheckFormulasAreKnown(), new CheckObservablesDoNotShadowTheModel(),
            new CheckMeasurementsFitTheirScale(), new CheckMeasurementsFollowTheirExperiment(),
            new CheckSomethingIsMeasuredAndEstimated());

    private PetabChecks() {
    }

    /// What is wrong with a problem, rule by rule.
    public static List<Problem> of(PetabProblem problem) {
        List<Problem> found = new ArrayList<>();
        ALL.forEach(check -> check.check(problem, found::add));
        return List.copyOf(found);
    }
}
