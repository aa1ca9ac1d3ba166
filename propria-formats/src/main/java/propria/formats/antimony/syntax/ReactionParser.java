package propria.formats.antimony.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.formats.antimony.syntax.Token.Kind;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.Statement.Conversion;
import propria.formats.antimony.tree.Statement.Participant;
import propria.model.problem.SourceLocation;

/// Reads reactions: `2 A + $B -> C; law`.
final class ReactionParser {

    private final Cursor cursor;
    private final FormulaParser formulas;

    ReactionParser(Cursor cursor, FormulaParser formulas) {
        this.cursor = cursor;
        this.formulas = formulas;
    }

    /// From the first participant on.
    Conversion reaction(Optional<Path> name, SourceLocation place) {
        List<Participant> reactants = side();
        boolean reversible = cursor.accept("->");
        if (!reversible && !cursor.accept("=>")) {
            throw cursor.unexpected("'->' or '=>' after the reactants");
        }
        List<Participant> products = side();
        Optional<Formula> law = Optional.empty();
        if (cursor.accept(";") && !cursor.atStatementEnd()) {
            law = Optional.of(formulas.formula());
        }
        Optional<Path> compartment = cursor.acceptName("in")
                ? Optional.of(cursor.path("a compartment"))
                : Optional.empty();
        return new Conversion(name, reactants, products, reversible, law, compartment, place);
    }

    private List<Participant> side() {
        List<Participant> participants = new ArrayList<>();
        if (cursor.atStatementEnd() || cursor.peek().is("->") || cursor.peek().is("=>")) {
            return participants;
        }
        do {
            cursor.skipLineEnds();
            participants.add(participant());
        } while (cursor.accept("+"));
        return participants;
    }

    private Participant participant() {
        Formula count = new Formula.Number(1, cursor.place());
        Token token = cursor.peek();
        if (token.kind() == Kind.NUMBER) {
            cursor.next();
            count = new Formula.Number(token.number(), token.place());
        } else if (token.is("(")) {
            cursor.open("(", "");
            count = formulas.formula();
            cursor.close(")", "after the number of molecules");
        } else if (token.kind() == Kind.NAME) {
            Path path = cursor.path("a species");
            if (cursor.peek().kind() != Kind.NAME && !cursor.peek().is("$")) {
                return new Participant(path, count, false);
            }
            count = new Formula.Name(path);
        }
        boolean boundary = cursor.accept("$");
        return new Participant(cursor.path("a species"), count, boundary);
    }
}
