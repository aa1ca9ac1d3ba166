package propria.model.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import propria.model.FunctionDefinition;
import propria.model.Model;
import propria.model.expression.Expression;
import propria.model.expression.Inline;
import propria.model.expression.References;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Every call of a function that the model defines gives as many arguments as the definition names, and no function
/// calls itself. (A call of an elementary function with a wrong number of arguments cannot be written down.)
final class CheckArity implements ModelCheck {

    @Override
    public List<Problem> check(Model model) {
        Map<String, FunctionDefinition> functions = new HashMap<>();
        model.functions().forEach(function -> functions.put(function.id(), function));
        List<Problem> problems = new ArrayList<>();
        ModelFormulas formulas = ModelFormulas.of(model);
        for (ModelFormulas.Numeric number : formulas.numbers()) {
            calls(References.calls(number.formula()), functions, number.title(), number.place(), problems);
        }
        for (ModelFormulas.Logical condition : formulas.conditions()) {
            calls(References.calls(condition.formula()), functions, condition.title(), condition.place(), problems);
        }
        for (FunctionDefinition function : model.functions()) {
            calls(References.calls(function.body()), functions, "function " + function.id(), function.definedAt(),
                    problems);
        }
        problems.addAll(circles(model, functions));
        return problems;
    }

    private static void calls(List<Expression.Apply> calls, Map<String, FunctionDefinition> functions, String title,
            SourceLocation place, List<Problem> problems) {
        for (Expression.Apply call : calls) {
            FunctionDefinition definition = functions.get(call.function());
            int given = call.arguments().size();
            if (definition != null && definition.parameters().size() != given) {
                problems.add(Problem.error("M005", place,
                        call.function() + " in " + title + " is called with " + given + " arguments",
                        "it is defined with (" + String.join(", ", definition.parameters()) + ") at "
                                + definition.definedAt(),
                        "give as many arguments as are defined"));
            }
        }
    }

    private static Set<Problem> circles(Model model, Map<String, FunctionDefinition> functions) {
        Set<Problem> problems = new LinkedHashSet<>();
        for (FunctionDefinition function : model.functions()) {
            try {
                Inline.functions(new Expression.Apply(function.id(), asReferences(function.parameters())), functions);
            } catch (ProblemException found) {
                found.problems().stream().filter(p -> p.code().equals("M004")).forEach(problems::add);
            }
        }
        return problems;
    }

    private static List<Expression> asReferences(List<String> names) {
        return names.stream().<Expression>map(Expression.Reference::new).toList();
    }
}
