package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.formats.antimony.AntimonyReader;
import propria.model.Rule;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Environment;
import propria.model.expression.Evaluate;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.LogicalExpression;
import propria.model.expression.Print;

/// What is printed is read back to the same value, bit for bit, whatever the formula.
class PrintedFormulasTest {

    private static final int COUNT = 2000;

    private final Random random = new Random(20261124);

    @Test
    void a_printed_formula_reads_back_to_the_same_bits(@TempDir Path folder) throws IOException {
        List<Expression> written = new ArrayList<>();
        StringBuilder text = new StringBuilder("model printed()\n  x = 1.3; y = -0.4;\n");
        for (int i = 0; i < COUNT; i++) {
            written.add(formula(4));
            text.append("  v").append(i).append(" := ").append(Print.of(written.get(i))).append('\n');
        }
        Path file = folder.resolve("printed.ant");
        Files.writeString(file, text.append("end\n"));
        Map<String, Expression> read = new HashMap<>();
        for (Rule rule : AntimonyReader.read(file).rules()) {
            if (rule instanceof Rule.Assignment assignment) {
                read.put(assignment.variable(), assignment.formula());
            }
        }
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Expression back = read.getOrDefault("v" + i, new Expression.Reference("nothing"));
            if (bits(written.get(i)) != bits(back)) {
                changed.add(Print.of(written.get(i)) + " is read as " + Print.of(back));
            }
        }
        assertThat(changed).isEmpty();
    }

    private static long bits(Expression formula) {
        return Double.doubleToLongBits(Evaluate.of(formula, new Environment() {
            @Override
            public double value(String id) {
                return id.equals("x") ? 1.3 : -0.4;
            }

            @Override
            public double time() {
                return 0.7;
            }
        }));
    }

    private Expression formula(int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(9)) {
            case 0 -> List.of(Formulas.name("x"), Formulas.name("y"), new Expression.Time()).get(random.nextInt(3));
            case 1 -> Formulas.number(random.nextInt(4) == 0
                    ? random.nextInt(-2, 3)
                    : random.nextGaussian() * Math.pow(10, random.nextInt(-9, 9)));
            case 2, 3 -> new Expression.Sum(formulas(depth, 2 + random.nextInt(2)));
            case 4 -> new Expression.Product(formulas(depth, 2 + random.nextInt(2)));
            case 5 -> Formulas.quotient(formula(depth - 1), formula(depth - 1));
            case 6 -> Formulas.power(formula(depth - 1), formula(depth - 1));
            case 7 -> call(depth);
            default -> Formulas.piecewise(formula(depth - 1), condition(depth), formula(depth - 1));
        };
    }

    private List<Expression> formulas(int depth, int count) {
        List<Expression> formulas = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            formulas.add(random.nextInt(3) == 0 ? Formulas.negative(formula(depth - 1)) : formula(depth - 1));
        }
        return formulas;
    }

    private Expression call(int depth) {
        ElementaryFunction function = ElementaryFunction.values()[random.nextInt(ElementaryFunction.values().length)];
        return new Expression.Call(function, formulas(depth, function.takes(1) ? 1 : 2));
    }

    private LogicalExpression condition(int depth) {
        LogicalExpression.Relation relation = LogicalExpression.Relation.values()[random.nextInt(6)];
        LogicalExpression compared = Formulas.compare(formula(depth - 1), relation, formula(depth - 1));
        LogicalExpression other = Formulas.compare(Formulas.name("x"), relation, Formulas.number(1));
        return switch (random.nextInt(5)) {
            case 0 -> new LogicalExpression.And(List.of(compared, new LogicalExpression.Or(List.of(other, compared))));
            case 1 -> new LogicalExpression.Or(List.of(compared, new LogicalExpression.And(List.of(other, compared))));
            case 2 -> new LogicalExpression.Not(new LogicalExpression.And(List.of(compared, other)));
            case 3 -> new LogicalExpression.ExclusiveOr(List.of(compared, other));
            default -> compared;
        };
    }
}
