package propria.formats.sbml.level.older;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sbml.level.draft.Change;
import propria.formats.sbml.level.draft.Draft;
import propria.formats.sbml.level.draft.InOrder;
import propria.model.FunctionDefinition;
import propria.model.Model;
import propria.model.expression.Distribution;
import propria.model.expression.Expression;
import propria.model.expression.References;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// A model of the same course in the words of an older level.
///
/// @param model within what the level can say
/// @param remarks what is said otherwise, as warnings (B143)
public record OlderLevel(Model model, List<Problem> remarks) {

    public OlderLevel {
        remarks = List.copyOf(remarks);
    }

    /// The model for a level; for the newest it stays as it is.
    ///
    /// @throws ProblemException B142 for all that the level cannot say
    public static OlderLevel of(Model model, SbmlLevel level) {
        if (level == SbmlLevel.NEWEST) {
            return new OlderLevel(model, List.of());
        }
        Draft draft = new Draft(model, level);
        OlderRates.replace(draft);
        refuse(draft);
        OlderFunctions.replace(draft);
        if (level.level() == 2) {
            draws(draft);
            Stoichiometries.replace(draft);
            Points.replace(draft);
            OlderEvents.replace(draft);
        }
        EmptyReactions.replace(draft);
        if (level == SbmlLevel.L2V1) {
            FirstVersion.replace(draft);
        }
        if (level.level() == 2) {
            OlderUnits.replace(draft);
            UnitsOfElements.check(draft);
        }
        functionsInOrder(draft);
        refuse(draft);
        return new OlderLevel(draft.model(), draft.remarks);
    }

    private static void refuse(Draft draft) {
        if (!draft.problems.isEmpty()) {
            throw new ProblemException(draft.problems);
        }
    }

    private static void draws(Draft draft) {
        AtomicReference<Distribution> drawn = new AtomicReference<>();
        Change.Everywhere look = part -> {
            if (part instanceof Expression.Draw(Distribution distribution, _)) {
                drawn.set(distribution);
            }
            return part;
        };
        draft.formulasAndFunctions(look);
        if (drawn.get() != null) {
            draft.refuse(draft.place(), "a formula draws from the distribution " + drawn.get().text(),
                    "Level 2 has no packages", "write Level 3");
        }
    }

    /// A function stands after those that it calls (rule 20302).
    private static void functionsInOrder(Draft draft) {
        List<FunctionDefinition> ordered = InOrder.of(List.copyOf(draft.functions), FunctionDefinition::id,
                f -> References.calls(f.body()).stream().map(Expression.Apply::function).toList());
        draft.functions.clear();
        draft.functions.addAll(ordered);
    }
}
