package propria.formats.antimony.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.formats.antimony.syntax.Token.Kind;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.Statement;
import propria.formats.antimony.tree.Statement.Annotation;
import propria.formats.antimony.tree.Statement.Assertion;
import propria.formats.antimony.tree.Statement.Assignment;
import propria.formats.antimony.tree.Statement.Balance;
import propria.formats.antimony.tree.Statement.Deletion;
import propria.formats.antimony.tree.Statement.Emptied;
import propria.formats.antimony.tree.Statement.HasUnit;
import propria.formats.antimony.tree.Statement.Identity;
import propria.formats.antimony.tree.Statement.Influence;
import propria.formats.antimony.tree.Statement.Instantiation;
import propria.formats.antimony.tree.Statement.Interval;
import propria.formats.antimony.tree.Statement.Location;
import propria.formats.antimony.tree.Statement.Timing;
import propria.formats.antimony.tree.Statement.UnitStatement;
import propria.formats.antimony.tree.Words;
import propria.model.problem.SourceLocation;

/// Reads one statement of a model.
final class StatementParser {

    private final Cursor cursor;
    private final FormulaParser formulas;
    private final ReactionParser reactions;
    private final EventParser events;
    private final DeclarationParser declarations;
    private final List<Statement> statements;

    /// @param statements where what is read is put; one line of text may hold several statements
    StatementParser(Cursor cursor, List<Statement> statements) {
        this.cursor = cursor;
        this.statements = statements;
        formulas = new FormulaParser(cursor);
        reactions = new ReactionParser(cursor, formulas);
        events = new EventParser(cursor, formulas);
        declarations = new DeclarationParser(cursor, this, statements);
    }

    void statement() {
        Token token = cursor.peek();
        SourceLocation place = token.place();
        if (token.kind() != Kind.NAME) {
            startingWithoutName(token);
        } else if (isText(cursor.peek(1)) || isText(cursor.peek(2)) && cursor.peek(1).kind() == Kind.NAME) {
            aboutSymbol(cursor.path("a name"));
        } else if (Words.DECLARING.contains(token.text()) && !nameIsAssigned()) {
            declarations.list();
        } else if (token.text().equals("at") && !nameIsAssigned()) {
            statements.add(events.event(Optional.empty(), place));
        } else if (token.text().equals("constraint") && !nameIsAssigned()) {
            constraint();
        } else if (List.of("maximize", "minimize").contains(token.text()) && !nameIsAssigned()
                && cursor.peek(1).kind() != Kind.LINE_END) {
            throw cursor.fail("A117", place, "What " + token.text() + " asks for is flux balance.",
                    "Models are simulated over time here; nothing is optimised.", "Use a program for flux balance.");
        } else if (token.text().equals("assert")) {
            assertion(place);
        } else if (token.text().equals("delete")) {
            deletion();
        } else if (token.text().equals("unit")) {
            unit(place);
        } else {
            startingWithPath(place);
        }
    }

    private boolean nameIsAssigned() {
        return cursor.peek(1).is("=") || cursor.peek(1).is(":=") || cursor.peek(1).is("'") || cursor.peek(1).is(".");
    }

    private void startingWithoutName(Token token) {
        if (token.kind() == Kind.NUMBER && cursor.peek(1).is("=")) {
            cursor.next();
            cursor.next();
            if (token.number() != 0) {
                throw cursor.fail("A110", token.place(), "A number cannot be given a value.", "",
                        "Write 0 = formula for a formula that stays zero.");
            }
            statements.add(new Balance(formulas.formula(), token.place()));
        } else if (token.kind() == Kind.NUMBER && formulas.isComparison(cursor.peek(1))
                || token.is("-") && cursor.peek(1).kind() == Kind.NUMBER) {
            statements.add(new Assertion(formulas.limits(), "", token.place()));
        } else if (token.is("-") && cursor.peek(1).is("-")) {
            throw strand(token.place());
        } else if (token.kind() == Kind.NUMBER || token.is("$") || token.is("->") || token.is("=>") || token.is("(")) {
            statements.add(reactions.reaction(Optional.empty(), token.place()));
        } else {
            throw cursor.unexpected("a statement");
        }
    }

    private void startingWithPath(SourceLocation place) {
        int start = cursor.mark();
        Path path = cursor.path("a statement");
        if (cursor.accept(":")) {
            named(path, place);
        } else if (cursor.peek().is("(") && path.isLocal()) {
            instantiation("", path.last(), place);
        } else if (goesOnAsReaction(0) || cursor.peek().kind() == Kind.NAME && goesOnAsReaction(1)) {
            cursor.reset(start);
            statements.add(reactions.reaction(Optional.empty(), place));
        } else if (cursor.peek().is("-|") || cursor.peek().is("-")) {
            cursor.reset(start);
            reaction(Optional.empty(), place);
        } else if (formulas.atComparison()) {
            cursor.reset(start);
            statements.add(new Assertion(formulas.limits(), "", place));
        } else if (cursor.peek().is("*") || cursor.peek().is("/")) {
            Optional<Formula> factor = factor();
            if (!cursor.acceptName("is")) {
                throw cursor.unexpected("'is' after the conversion factor");
            }
            statements.add(new Identity(path, cursor.path("a name"), factor, place));
        } else {
            aboutSymbol(path);
        }
    }

    private boolean goesOnAsReaction(int ahead) {
        Token token = cursor.peek(ahead);
        return token.is("+") || token.is("->") || token.is("=>") || token.is("$");
    }

    private void named(Path name, SourceLocation place) {
        cursor.skipLineEnds();
        if (cursor.peek().isName("at")) {
            statements.add(events.event(Optional.of(name), place));
        } else if (cursor.peek().kind() == Kind.NAME && cursor.peek(1).is("(")) {
            String model = cursor.next().text();
            if (!name.isLocal()) {
                throw cursor.fail("A110", place, "An instance cannot be put into another model from outside.", "",
                        "Name it without a dot.");
            }
            instantiation(name.last(), model, place);
        } else if (cursor.peek().kind() == Kind.NUMBER && cursor.peek(1).is("=")) {
            startingWithoutName(cursor.peek());
        } else if (cursor.peek().is("-") && cursor.peek(1).is("-")) {
            throw strand(place);
        } else {
            reaction(Optional.of(name), place);
        }
    }

    /// A reaction, or an influence on one: `S -| J`, `S -o J`, `S -( J`.
    private void reaction(Optional<Path> name, SourceLocation place) {
        if (cursor.peek().kind() == Kind.NAME) {
            int start = cursor.mark();
            Path species = cursor.path("a species");
            if (cursor.accept("-|") || isInfluence()) {
                statements.add(new Influence(species, cursor.path("a reaction"), place));
                return;
            }
            cursor.reset(start);
        }
        statements.add(reactions.reaction(name, place));
    }

    private boolean isInfluence() {
        boolean found = cursor.peek().is("-") && (cursor.peek(1).isName("o") || cursor.peek(1).is("("))
                && cursor.peek(2).kind() == Kind.NAME;
        if (found) {
            cursor.next();
            cursor.next();
        }
        return found;
    }

    private void aboutSymbol(Path path) {
        SourceLocation place = path.place();
        if (cursor.acceptName("in")) {
            statements.add(new Location(path, cursor.path("a compartment"), place));
            if (cursor.accept(":")) {
                named(path, place);
            } else {
                value(path);
            }
        } else if (cursor.acceptName("has")) {
            statements.add(new HasUnit(path, new UnitParser(cursor).unit(), place));
        } else if (cursor.peek().kind() == Kind.TEXT && !path.isLocal()) {
            statements.add(new Annotation(path.owner(), path.last(), texts(), place));
        } else if (cursor.peek().kind() == Kind.NAME && cursor.peek(1).kind() == Kind.TEXT) {
            String qualifier = cursor.next().text();
            statements.add(new Annotation(path, qualifier, texts(), place));
        } else if (cursor.acceptName("is")) {
            statements.add(new Identity(path, cursor.path("a name or a quoted text"), Optional.empty(), place));
        } else if (cursor.peek().kind() == Kind.NAME && cursor.peek(1).is(".")
                && cursor.peek(2).kind() == Kind.NAME && cursor.peek(3).kind() == Kind.TEXT) {
            String qualifier = cursor.path("a qualifier").toString();
            statements.add(new Annotation(path, qualifier, texts(), place));
        } else if (!value(path)) {
            throw cursor.unexpected("'=', ':=', ':', '->', 'is', 'has', 'in' or a qualifier after " + path);
        }
    }

    /// Reads `= formula`, `:= formula` or `' = formula` when it follows.
    boolean value(Path path) {
        SourceLocation place = path.place();
        if (cursor.accept(":=")) {
            assigned(path, Timing.ALWAYS, place);
        } else if (cursor.accept("'")) {
            cursor.expect("=", "after the rate mark '");
            assigned(path, Timing.AS_RATE, place);
        } else if (cursor.accept("=")) {
            if (cursor.peek().is("{")) {
                interval(path, place);
            } else if (cursor.peek().kind() == Kind.TEXT && !path.isLocal()) {
                statements.add(new Annotation(path.owner(), path.last(), texts(), place));
            } else if (cursor.peek().isName("SBO") && !path.isLocal()) {
                ontologyTerm(path, place);
            } else {
                assigned(path, Timing.INITIALLY, place);
            }
        } else {
            return false;
        }
        return true;
    }

    /// `x.sboTerm = SBO:0000236`
    private void ontologyTerm(Path path, SourceLocation place) {
        cursor.next();
        cursor.expect(":", "after SBO");
        String number = cursor.expectKind(Kind.NUMBER, "the number of the SBO term").text();
        statements.add(new Annotation(path.owner(), path.last(), List.of("SBO:" + number), place));
    }

    private void assigned(Path path, Timing timing, SourceLocation place) {
        if (cursor.atStatementEnd()) {
            statements.add(new Emptied(path, timing, place));
            return;
        }
        Formula formula = formulas.formula();
        statements.add(new Assignment(path, timing, formula, place));
        boolean plainNumber = formula instanceof Formula.Number
                || formula instanceof Formula.Minus minus && minus.operand() instanceof Formula.Number;
        if (plainNumber && cursor.peek().kind() == Kind.NAME && !cursor.peek().isName("in")) {
            statements.add(new HasUnit(path, new UnitParser(cursor).name(), place));
        }
    }

    private void interval(Path path, SourceLocation place) {
        cursor.open("{", "");
        Formula low = formulas.formula();
        cursor.expect(",", "between the limits of an interval");
        Formula high = formulas.formula();
        cursor.close("}", "after the interval");
        statements.add(new Interval(path, low, high, place));
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        do {
            cursor.skipLineEnds();
            texts.add(cursor.expectKind(Kind.TEXT, "a quoted text").text());
        } while (cursor.accept(","));
        return texts;
    }

    private void assertion(SourceLocation place) {
        cursor.next();
        Formula condition = formulas.formula();
        String message = cursor.accept(":") ? cursor.expectKind(Kind.TEXT, "a quoted message").text() : "";
        statements.add(new Assertion(condition, message, place));
    }

    /// `constraint name: condition`
    private void constraint() {
        cursor.next();
        SourceLocation place = cursor.place();
        if (cursor.peek().kind() == Kind.NAME && cursor.peek(1).is(":")) {
            cursor.next();
        }
        cursor.accept(":");
        statements.add(new Assertion(formulas.limits(), "", place));
    }

    /// `model(arguments), timeconv = formula, extentconv = formula`
    private void instantiation(String name, String model, SourceLocation place) {
        List<Formula> arguments = formulas.arguments();
        Optional<Formula> time = Optional.empty();
        Optional<Formula> extent = Optional.empty();
        while (cursor.accept(",")) {
            boolean isTime = cursor.acceptName("timeconv");
            if (!isTime && !cursor.acceptName("extentconv")) {
                throw cursor.unexpected("timeconv or extentconv");
            }
            cursor.expect("=", "after the kind of the factor");
            Formula factor = formulas.formula();
            time = isTime ? Optional.of(factor) : time;
            extent = isTime ? extent : Optional.of(factor);
        }
        statements.add(new Instantiation(name, model, arguments, time, extent, place));
    }

    /// `* factor` or `/ factor`
    private Optional<Formula> factor() {
        SourceLocation place = cursor.place();
        boolean divides = cursor.next().is("/");
        Formula factor = formulas.primary();
        return Optional.of(divides
                ? new Formula.Binary(Formula.Operator.DIVIDE, new Formula.Number(1, place), factor)
                : factor);
    }

    private Cursor.Abandoned strand(SourceLocation place) {
        return cursor.fail("A116", place, "Strands of DNA are not read.",
                "What -- joins takes the rate of its left neighbour, which is easily overlooked.",
                "Write the reactions of the strand out.");
    }

    private void deletion() {
        cursor.next();
        do {
            Path path = cursor.path("what to delete");
            statements.add(new Deletion(path, path.place()));
        } while (cursor.accept(","));
    }

    private void unit(SourceLocation place) {
        cursor.next();
        String name = cursor.expectKind(Kind.NAME, "the name of the unit").text();
        cursor.expect("=", "after the name of the unit");
        statements.add(new UnitStatement(name, new UnitParser(cursor).unit(), place));
    }

    private static boolean isText(Token token) {
        return token.kind() == Kind.TEXT;
    }
}
