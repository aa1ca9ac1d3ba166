package propria.formats.antimony.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Formula.Binary;
import propria.formats.antimony.tree.Formula.Operator;
import propria.model.expression.LogicalExpression;
import propria.model.expression.LogicalExpression.Relation;
import propria.model.problem.SourceLocation;

/// The truth-valued half of [Translator].
final class Conditions {

    private static final LogicalExpression FALLBACK = new LogicalExpression.Truth(true);

    private final Translator numbers;
    private final Diagnostics problems;

    Conditions(Translator numbers, Diagnostics problems) {
        this.numbers = numbers;
        this.problems = problems;
    }

    LogicalExpression truth(Formula formula) {
        return switch (formula) {
            case Formula.Number literal -> notATruth(literal.place());
            case Formula.Name name -> named(name);
            case Formula.Group group -> truth(group.inner());
            case Formula.Minus minus -> notATruth(minus.place());
            case Formula.Not not -> new LogicalExpression.Not(truth(not.operand()));
            case Formula.Application call -> called(call);
            case Binary binary -> joined(binary);
        };
    }

    private LogicalExpression joined(Binary binary) {
        return switch (binary.operator()) {
            case OR -> new LogicalExpression.Or(operands(binary, Operator.OR));
            case AND -> new LogicalExpression.And(operands(binary, Operator.AND));
            case EQUAL -> compared(Relation.EQUAL, binary.left(), binary.right());
            case NOT_EQUAL -> compared(Relation.NOT_EQUAL, binary.left(), binary.right());
            case LESS -> compared(Relation.LESS, binary.left(), binary.right());
            case LESS_OR_EQUAL -> compared(Relation.LESS_OR_EQUAL, binary.left(), binary.right());
            case GREATER -> compared(Relation.GREATER, binary.left(), binary.right());
            case GREATER_OR_EQUAL -> compared(Relation.GREATER_OR_EQUAL, binary.left(), binary.right());
            case PLUS, MINUS, TIMES, DIVIDE, REMAINDER, POWER -> notATruth(binary.place());
        };
    }

    private List<LogicalExpression> operands(Binary binary, Operator operator) {
        Deque<LogicalExpression> operands = new ArrayDeque<>();
        Formula at = binary;
        while (at instanceof Binary chain && chain.operator() == operator) {
            operands.addFirst(truth(chain.right()));
            at = chain.left();
        }
        operands.addFirst(truth(at));
        return List.copyOf(operands);
    }

    private LogicalExpression named(Formula.Name name) {
        return switch (name.path().toString()) {
            case "true" -> new LogicalExpression.Truth(true);
            case "false" -> new LogicalExpression.Truth(false);
            default -> notATruth(name.place());
        };
    }

    private LogicalExpression called(Formula.Application call) {
        List<Formula> given = call.arguments();
        return switch (call.function()) {
            case "and" -> new LogicalExpression.And(given.stream().map(this::truth).toList());
            case "or" -> new LogicalExpression.Or(given.stream().map(this::truth).toList());
            case "xor" -> new LogicalExpression.ExclusiveOr(given.stream().map(this::truth).toList());
            case "not" -> given.size() == 1 ? new LogicalExpression.Not(truth(given.getFirst())) : miscounted(call, 1);
            case "eq" -> compared(Relation.EQUAL, call);
            case "neq" -> compared(Relation.NOT_EQUAL, call);
            case "lt" -> compared(Relation.LESS, call);
            case "leq" -> compared(Relation.LESS_OR_EQUAL, call);
            case "gt" -> compared(Relation.GREATER, call);
            case "geq" -> compared(Relation.GREATER_OR_EQUAL, call);
            default -> notATruth(call.place());
        };
    }

    private LogicalExpression compared(Relation relation, Formula.Application call) {
        List<Formula> given = call.arguments();
        return given.size() == 2 ? compared(relation, given.getFirst(), given.getLast()) : miscounted(call, 2);
    }

    private LogicalExpression compared(Relation relation, Formula left, Formula right) {
        return new LogicalExpression.Comparison(relation, numbers.number(left), numbers.number(right));
    }

    private LogicalExpression miscounted(Formula.Application call, int wanted) {
        problems.error("A214", call.place(), call.function() + " takes " + wanted + " arguments, not "
                + call.arguments().size() + ".", "", "Give it " + wanted + ".");
        return FALLBACK;
    }

    private LogicalExpression notATruth(SourceLocation place) {
        problems.error("A216", place, "A condition is needed here, and this is a number.", "",
                "Compare it, as in x > 0, or write true or false.");
        return FALLBACK;
    }
}
