package propria.formats.sedml.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlNode;
import propria.formats.sedml.document.Computation;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.LogicalExpression;
import propria.model.expression.LogicalExpression.Relation;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// MathML as expressions: the operators of SBML, and SED-ML's functions over all values of a variable.
public final class FromMathMl {

    private FromMathMl() {
    }

    /// The formula in a `<math>`.
    ///
    /// @throws ProblemException D008 for what no formula can be made of
    public static Expression of(XmlElement math) {
        if (!math.name().equals("math")) {
            throw unknown(math, "it is not <math>");
        }
        return number(only(math, math.elements()));
    }

    private static XmlElement only(XmlElement in, List<XmlElement> elements) {
        if (elements.size() != 1) {
            throw unknown(in, "it holds " + elements.size() + " formulas, not one");
        }
        return elements.getFirst();
    }

    private static Expression number(XmlElement node) {
        return switch (node.name()) {
            case "cn" -> new Expression.Constant(literal(node));
            case "ci" -> new Expression.Reference(name(node));
            case "csymbol" -> symbol(node);
            case "apply" -> apply(node);
            case "piecewise" -> piecewise(node);
            case "pi" -> new Expression.Constant(Math.PI);
            case "exponentiale" -> new Expression.Constant(Math.E);
            case "infinity" -> new Expression.Constant(Double.POSITIVE_INFINITY);
            case "notanumber" -> new Expression.Constant(Double.NaN);
            case "true" -> Expression.ONE;
            case "false" -> Expression.ZERO;
            case "semantics" -> number(first(node));
            default -> throw unknown(node, "");
        };
    }

    private static XmlElement first(XmlElement node) {
        return node.elements().stream().findFirst().orElseThrow(() -> unknown(node, "it is empty"));
    }

    private static String name(XmlElement node) {
        String name = node.text().strip();
        if (name.isEmpty()) {
            throw unknown(node, "it has no name");
        }
        return name;
    }

    private static Expression symbol(XmlElement node) {
        String address = node.attribute("definitionURL").orElse("");
        if (address.endsWith("/time") || address.equals("urn:sedml:symbol:time")) {
            return new Expression.Time();
        }
        throw unknown(node, "its definitionURL is `" + address + "`");
    }

    private static double literal(XmlElement node) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (XmlNode inner : node.content()) {
            switch (inner) {
                case XmlNode.Text(String text) -> part.append(text);
                case XmlElement _ -> {
                    parts.add(part.toString());
                    part.setLength(0);
                }
            }
        }
        parts.add(part.toString());
        String type = node.attribute("type").orElse("real");
        return switch (type) {
            case "e-notation" -> pair(node, parts).isEmpty()
                    ? decimal(node, parts.getFirst())
                    : decimal(node, parts.get(0).strip() + "e" + parts.get(1).strip());
            case "rational" -> decimal(node, parts.getFirst()) / decimal(node, pair(node, parts).orElse("1"));
            default -> decimal(node, parts.getFirst());
        };
    }

    private static Optional<String> pair(XmlElement node, List<String> parts) {
        if (parts.size() > 2) {
            throw unknown(node, "it has more than two parts");
        }
        return parts.size() == 2 ? Optional.of(parts.get(1)) : Optional.empty();
    }

    private static double decimal(XmlElement node, String text) {
        String digits = text.strip();
        if (digits.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            return Double.parseDouble(digits);
        }
        throw unknown(node, "`" + digits + "` is no number");
    }

    private static Expression apply(XmlElement node) {
        XmlElement operator = first(node);
        List<XmlElement> operands = node.elements().subList(1, node.elements().size());
        if (isTruth(node)) {
            return Formulas.piecewise(Expression.ONE, condition(node), Expression.ZERO);
        }
        return switch (operator.name()) {
            case "plus" -> Formulas.sum(numbers(operands));
            case "times" -> Formulas.product(numbers(operands));
            case "minus" -> minus(node, numbers(operands));
            case "divide" -> {
                demand(node, operands, 2);
                yield new Expression.Quotient(number(operands.get(0)), number(operands.get(1)));
            }
            case "power" -> {
                demand(node, operands, 2);
                yield new Expression.Power(number(operands.get(0)), number(operands.get(1)));
            }
            case "log" -> qualified(node, operands, "logbase", ElementaryFunction.LOG, ElementaryFunction.LOG10);
            case "root" -> qualified(node, operands, "degree", ElementaryFunction.ROOT, ElementaryFunction.SQRT);
            case "csymbol" -> aggregate(operator, numbers(operands));
            default -> call(node, operator, numbers(operands));
        };
    }

    private static Expression minus(XmlElement node, List<Expression> operands) {
        return switch (operands.size()) {
            case 1 -> Formulas.negative(operands.getFirst());
            case 2 -> Formulas.difference(operands.get(0), operands.get(1));
            default -> throw unknown(node, "minus takes one or two operands, not " + operands.size());
        };
    }

    private static Expression qualified(XmlElement node, List<XmlElement> operands, String qualifier,
            ElementaryFunction general, ElementaryFunction usual) {
        boolean named = operands.stream().anyMatch(operand -> operand.name().equals(qualifier));
        demand(node, operands, named ? 2 : 1);
        if (!named) {
            return Formulas.call(usual, number(operands.getFirst()));
        }
        XmlElement base = operands.getFirst().name().equals(qualifier) ? operands.get(0) : operands.get(1);
        XmlElement argument = operands.getFirst().name().equals(qualifier) ? operands.get(1) : operands.get(0);
        return Formulas.call(general, number(first(base)), number(argument));
    }

    private static Expression aggregate(XmlElement operator, List<Expression> operands) {
        String address = operator.attribute("definitionURL").orElse("");
        String name = address.substring(address.lastIndexOf('#') + 1);
        if (!address.contains("sed-ml.org") || !List.of("min", "max", "sum", "product").contains(name)
                || operands.size() != 1) {
            throw unknown(operator, "its definitionURL is `" + address + "`, with " + operands.size() + " operands");
        }
        return new Expression.Apply(Computation.AGGREGATE + name, operands);
    }

    private static Expression call(XmlElement node, XmlElement operator, List<Expression> operands) {
        ElementaryFunction function = Optional.ofNullable(MathNames.FUNCTIONS.get(operator.name()))
                .orElseThrow(() -> unknown(operator, ""));
        if (!function.takes(operands.size())) {
            throw unknown(node, operator.name() + " is called with " + operands.size() + " operands");
        }
        return new Expression.Call(function, operands);
    }

    private static void demand(XmlElement node, List<XmlElement> operands, int count) {
        if (operands.size() != count) {
            throw unknown(node, first(node).name() + " takes " + count + " operands, not " + operands.size());
        }
    }

    private static List<Expression> numbers(List<XmlElement> nodes) {
        return nodes.stream().map(FromMathMl::number).toList();
    }

    private static Expression piecewise(XmlElement node) {
        List<Expression.Case> cases = new ArrayList<>();
        Expression otherwise = new Expression.Constant(Double.NaN);
        for (XmlElement part : node.elements()) {
            switch (part.name()) {
                case "piece" -> {
                    if (part.elements().size() != 2) {
                        throw unknown(part, "it needs a value and a condition");
                    }
                    cases.add(new Expression.Case(condition(part.elements().get(1)),
                            number(part.elements().get(0))));
                }
                case "otherwise" -> otherwise = number(only(part, part.elements()));
                default -> throw unknown(part, "");
            }
        }
        return cases.isEmpty() ? otherwise : new Expression.Piecewise(cases, otherwise);
    }

    private static boolean isTruth(XmlElement node) {
        return node.name().equals("apply") && switch (first(node).name()) {
            case "and", "or", "xor", "not", "implies" -> true;
            default -> MathNames.RELATIONS.containsKey(first(node).name());
        };
    }

    private static LogicalExpression condition(XmlElement node) {
        if (node.name().equals("true") || node.name().equals("false")) {
            return new LogicalExpression.Truth(node.name().equals("true"));
        }
        if (!isTruth(node)) {
            return Formulas.compare(number(node), Relation.NOT_EQUAL, Expression.ZERO);
        }
        String operator = first(node).name();
        List<XmlElement> operands = node.elements().subList(1, node.elements().size());
        return switch (operator) {
            case "and" -> new LogicalExpression.And(conditions(operands));
            case "or" -> new LogicalExpression.Or(conditions(operands));
            case "xor" -> new LogicalExpression.ExclusiveOr(conditions(operands));
            case "not" -> {
                demand(node, operands, 1);
                yield new LogicalExpression.Not(condition(operands.getFirst()));
            }
            case "implies" -> {
                demand(node, operands, 2);
                yield new LogicalExpression.Or(List.of(new LogicalExpression.Not(condition(operands.get(0))),
                        condition(operands.get(1))));
            }
            default -> compare(node, MathNames.RELATIONS.getOrDefault(operator, Relation.EQUAL), numbers(operands));
        };
    }

    private static List<LogicalExpression> conditions(List<XmlElement> nodes) {
        return nodes.stream().map(FromMathMl::condition).toList();
    }

    private static LogicalExpression compare(XmlElement node, Relation relation, List<Expression> sides) {
        if (sides.size() < 2) {
            throw unknown(node, "a comparison needs two sides");
        }
        List<LogicalExpression> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < sides.size(); i++) {
            pairs.add(new LogicalExpression.Comparison(relation, sides.get(i), sides.get(i + 1)));
        }
        return pairs.size() == 1 ? pairs.getFirst() : new LogicalExpression.And(pairs);
    }

    private static ProblemException unknown(XmlElement node, String why) {
        return new ProblemException(Problem.error("D008", node.place(), "the formula at <" + node.name()
                + "> cannot be understood", why, "write it with the operators of MathML that SBML has"));
    }
}
