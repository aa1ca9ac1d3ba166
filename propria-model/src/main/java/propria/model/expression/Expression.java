package propria.model.expression;

import java.util.List;

/// A number-valued formula over named quantities. The set is closed: a new node makes every `switch` that must handle
/// it fail to compile.
public sealed interface Expression {

    /// A literal number.
    record Constant(double value) implements Expression {
    }

    /// The value of a species, parameter, compartment, reaction (its rate) or species reference (its stoichiometry).
    record Reference(String id) implements Expression {
    }

    /// The simulation time, in the model's time unit.
    record Time() implements Expression {
    }

    /// A sum of at least two terms.
    record Sum(List<Expression> terms) implements Expression {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /// A product of at least two factors.
    record Product(List<Expression> factors) implements Expression {
        public Product {
            factors = List.copyOf(factors);
        }
    }

    /// A quotient; kept apart from [Product] so that a formula prints and rounds as it was written.
    record Quotient(Expression numerator, Expression denominator) implements Expression {
    }

    /// `base` raised to `exponent`.
    record Power(Expression base, Expression exponent) implements Expression {
    }

    /// An elementary function of as many arguments as it takes.
    record Call(ElementaryFunction function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
            function.checkArity(arguments.size());
        }
    }

    /// A function that the model defines; inlined before anything is compiled.
    record Apply(String function, List<Expression> arguments) implements Expression {
        public Apply {
            arguments = List.copyOf(arguments);
        }
    }

    /// The value of the first case whose condition holds, else `otherwise`.
    record Piecewise(List<Case> cases, Expression otherwise) implements Expression {
        public Piecewise {
            cases = List.copyOf(cases);
        }
    }

    /// The value that `argument` had `lag` time units ago (SBML's delay).
    record Delay(Expression argument, Expression lag) implements Expression {
    }

    /// The rate of change of a quantity (SBML Level 3's rateOf).
    record RateOf(String id) implements Expression {
    }

    /// A random number, another each time that it is asked for (SBML's package distrib). It has its place in what
    /// happens at a moment: in the assignments of an event.
    record Draw(Distribution distribution, List<Expression> arguments) implements Expression {
        public Draw {
            arguments = List.copyOf(arguments);
            distribution.checkArity(arguments.size());
        }
    }

    /// One branch of a [Piecewise].
    record Case(LogicalExpression when, Expression then) {
    }

    /// Zero.
    Expression ZERO = new Constant(0);

    /// One.
    Expression ONE = new Constant(1);

    /// Minus one.
    Expression MINUS_ONE = new Constant(-1);
}
