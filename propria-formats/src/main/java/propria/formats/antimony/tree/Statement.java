package propria.formats.antimony.tree;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.model.problem.SourceLocation;

/// A statement of a model. The set is closed: a new record makes every `switch` over statements fail to compile.
public sealed interface Statement {

    /// Where it begins.
    SourceLocation place();

    /// `const substanceOnly species $S = 1 in C`; one a declared symbol.
    ///
    /// @param constant whether `const` (true) or `var` (false) was said
    /// @param boundary whether `$` stands before the name
    /// @param listed whether a later symbol of the same list, and not this one, is put into a compartment
    record Declaration(Path symbol, SymbolKind kind, boolean substanceOnly, Optional<Boolean> constant,
            boolean boundary, boolean listed, SourceLocation place) implements Statement {
    }

    /// `symbol in compartment`.
    record Location(Path symbol, Path compartment, SourceLocation place) implements Statement {
    }

    /// `symbol = formula`, `symbol := formula` or `symbol' = formula`.
    record Assignment(Path symbol, Timing timing, Formula formula, SourceLocation place) implements Statement {
    }

    /// `symbol = ` with nothing behind it: the symbol is there, and what an inner model says of it does not hold.
    record Emptied(Path symbol, Timing timing, SourceLocation place) implements Statement {
    }

    /// `0 = formula`.
    record Balance(Formula formula, SourceLocation place) implements Statement {
    }

    /// `name: 2 A + B -> C; law`.
    record Conversion(Optional<Path> name, List<Participant> reactants, List<Participant> products,
            boolean reversible, Optional<Formula> law, Optional<Path> compartment,
            SourceLocation place) implements Statement {
        public Conversion {
            reactants = List.copyOf(reactants);
            products = List.copyOf(products);
        }
    }

    /// `species -| reaction`, `species -o reaction` or `species -( reaction`: the species acts on the reaction.
    record Influence(Path species, Path reaction, SourceLocation place) implements Statement {
    }

    /// `name: model(arguments), timeconv = formula, extentconv = formula`.
    record Instantiation(String name, String module, List<Formula> arguments, Optional<Formula> timeFactor,
            Optional<Formula> extentFactor, SourceLocation place) implements Statement {
        public Instantiation {
            arguments = List.copyOf(arguments);
        }
    }

    /// `inner * factor is outer`: two names for one thing, in units of its own each where there is a factor.
    record Identity(Path inner, Path outer, Optional<Formula> factor, SourceLocation place) implements Statement {
    }

    /// `symbol qualifier "text", "text"`.
    record Annotation(Path symbol, String qualifier, List<String> values, SourceLocation place)
            implements
                Statement {
        public Annotation {
            values = List.copyOf(values);
        }
    }

    /// `symbol.attribute = {a, b}`.
    record Interval(Path symbol, Formula low, Formula high, SourceLocation place) implements Statement {
    }

    /// `symbol has unit`.
    record HasUnit(Path symbol, UnitFormula unit, SourceLocation place) implements Statement {
    }

    /// `unit name = 1e-3 mole / litre`.
    record UnitStatement(String name, UnitFormula unit, SourceLocation place) implements Statement {
    }

    /// `name: at delay after trigger, options: symbol = formula, …`.
    record EventStatement(Optional<Path> name, Optional<Formula> delay, Formula trigger, List<Option> options,
            List<Change> changes, SourceLocation place) implements Statement {
        public EventStatement {
            options = List.copyOf(options);
            changes = List.copyOf(changes);
        }
    }

    /// `assert condition : "message"`.
    record Assertion(Formula condition, String message, SourceLocation place) implements Statement {
    }

    /// `delete symbol`.
    record Deletion(Path symbol, SourceLocation place) implements Statement {
    }

    /// What a symbol is said to be.
    enum SymbolKind {
        SPECIES("species"),
        COMPARTMENT("compartment"),
        REACTION("reaction"),
        EVENT("event"),
        PLAIN("parameter");

        private final String shown;

        SymbolKind(String shown) {
            this.shown = shown;
        }

        /// The word for messages.
        public String shown() {
            return shown;
        }
    }

    /// When an assignment holds.
    enum Timing {
        INITIALLY("="),
        ALWAYS(":="),
        AS_RATE("' =");

        private final String symbol;

        Timing(String symbol) {
            this.symbol = symbol;
        }

        /// As written.
        public String symbol() {
            return symbol;
        }
    }

    /// A species of a reaction and how many of it.
    record Participant(Path species, Formula count, boolean boundary) {
    }

    /// `name = formula` among the options of an event.
    record Option(String name, Formula formula, SourceLocation place) {
    }

    /// An assignment of an event.
    record Change(Path symbol, Formula formula) {
    }

    /// A product of powers of units.
    record UnitFormula(List<UnitFactor> factors, SourceLocation place) {
        public UnitFormula {
            factors = List.copyOf(factors);
        }

        /// The unit's name when the formula is a name and nothing else.
        public Optional<String> bareName() {
            return factors.size() == 1 && factors.getFirst().isBare()
                    ? Optional.of(factors.getFirst().unit())
                    : Optional.empty();
        }
    }

    /// `(multiplier 10^scale unit)^exponent`.
    ///
    /// @param multiplier empty when no number was written
    record UnitFactor(String unit, double exponent, int scale, OptionalDouble multiplier, SourceLocation place) {
        private boolean isBare() {
            return exponent == 1 && scale == 0 && multiplier.isEmpty();
        }
    }
}
