package propria.model.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import propria.model.Model;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.Severity;
import propria.model.problem.SourceLocation;

/// The rules that a model should keep before it is simulated.
public final class ModelChecks {

    /// All rules; a new one is added here and in `problems.tsv`.
    public static final List<ModelCheck> ALL = List.of(new CheckDefinedOnce(), new CheckReferencesExist(),
            new CheckArity(), new CheckNoRuleAndReaction(), new CheckAssignmentRulesAcyclic(),
            new CheckUnitsAgree(), new CheckParametersHaveUnits(), new CheckIntervalHoldsValue(),
            new CheckConstraintsHold());

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            problem -> problem.place().orElse(SourceLocation.of("")));

    private ModelChecks() {
    }

    /// What is wrong with a model, in the order of its text.
    public static List<Problem> check(Model model) {
        return ALL.stream().flatMap(rule -> rule.check(model).stream()).sorted(BY_PLACE).toList();
    }

    /// What is wrong with a model of the library, which must be without fault: every warning is an error.
    public static List<Problem> checkLibrary(Model model) {
        return check(model).stream().map(problem -> new Problem(Severity.ERROR, problem.code(), problem.place(),
                problem.what(), problem.why(), problem.fix())).toList();
    }

    /// Passes a model that may be simulated.
    ///
    /// @throws ProblemException with every error; warnings pass
    public static void require(Model model) {
        List<Problem> errors = check(model).stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
    }

    /// A name as people read it: `gut.TNF` for the element `TNF` of the part `gut`.
    static String shown(String id) {
        return id.replace("__", ".");
    }

    /// What to suggest for a name that is not known.
    static String suggestion(Optional<String> nearest, String otherwise) {
        return nearest.map(near -> "did you mean " + shown(near) + "?").orElse(otherwise);
    }
}
