package propria.app.experiment;

import java.util.Map;
import propria.model.expression.Environment;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Named numbers. Experiments have neither time nor rates in their formulas.
record Values(Map<String, Double> numbers) implements Environment {

    @Override
    public double value(String id) {
        return numbers.getOrDefault(id, Double.NaN);
    }

    @Override
    public double time() {
        throw new ProblemException(Problem.error("D040", "a formula of the experiment names the time by itself",
                "the time belongs to a task", "use a variable with the symbol of time"));
    }
}
