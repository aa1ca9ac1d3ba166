package propria.formats.antimony.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.formats.antimony.syntax.Token.Kind;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.Statement.Change;
import propria.formats.antimony.tree.Statement.EventStatement;
import propria.formats.antimony.tree.Statement.Option;
import propria.model.problem.SourceLocation;

/// Reads events: `at delay after trigger, t0=false, priority=1: a = b, c = d`.
final class EventParser {

    private final Cursor cursor;
    private final FormulaParser formulas;

    EventParser(Cursor cursor, FormulaParser formulas) {
        this.cursor = cursor;
        this.formulas = formulas;
    }

    /// From `at` on.
    EventStatement event(Optional<Path> name, SourceLocation place) {
        cursor.next();
        Formula trigger = formulas.formula();
        Optional<Formula> delay = Optional.empty();
        if (cursor.acceptName("after")) {
            delay = Optional.of(trigger);
            trigger = formulas.formula();
        }
        List<Option> options = new ArrayList<>();
        while (cursor.accept(",")) {
            cursor.skipLineEnds();
            Token option = cursor.expectKind(Kind.NAME, "an option of the event");
            cursor.expect("=", "after the option " + option.text());
            options.add(new Option(option.text(), formulas.formula(), option.place()));
        }
        cursor.expect(":", "before what the event changes");
        List<Change> changes = new ArrayList<>();
        do {
            cursor.skipLineEnds();
            Path symbol = cursor.path("what the event changes");
            cursor.expect("=", "after " + symbol);
            changes.add(new Change(symbol, formulas.formula()));
        } while (cursor.accept(","));
        return new EventStatement(name, delay, trigger, options, changes, place);
    }
}
