package propria.formats.antimony.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.Statement;
import propria.formats.antimony.tree.Statement.Declaration;
import propria.formats.antimony.tree.Statement.Location;
import propria.formats.antimony.tree.Statement.SymbolKind;
import propria.model.problem.SourceLocation;

/// Reads declarations: `const substanceOnly species A = 1, $B in C`.
final class DeclarationParser {

    private final Cursor cursor;
    private final StatementParser values;
    private final List<Statement> statements;

    DeclarationParser(Cursor cursor, StatementParser values, List<Statement> statements) {
        this.cursor = cursor;
        this.values = values;
        this.statements = statements;
    }

    /// What the words before the names say.
    private record Words(SymbolKind kind, boolean substanceOnly, Optional<Boolean> constant) {
    }

    /// One name of the list and whether it is put into a compartment.
    private record Item(Path symbol, boolean boundary, boolean located, SourceLocation place) {
    }

    void list() {
        Words words = words();
        List<Item> items = new ArrayList<>();
        do {
            cursor.skipLineEnds();
            items.add(item());
        } while (cursor.accept(","));
        boolean anyLocated = items.stream().anyMatch(Item::located);
        for (Item item : items) {
            statements.add(new Declaration(item.symbol(), words.kind(), words.substanceOnly(), words.constant(),
                    item.boundary(), anyLocated && !item.located(), item.place()));
        }
    }

    private Item item() {
        SourceLocation place = cursor.place();
        boolean boundary = cursor.accept("$");
        Path symbol = cursor.path("a name to declare");
        boolean located = location(symbol, place);
        if (values.value(symbol)) {
            located |= location(symbol, place);
        }
        return new Item(symbol, boundary, located, place);
    }

    private boolean location(Path symbol, SourceLocation place) {
        boolean located = cursor.acceptName("in");
        if (located) {
            statements.add(new Location(symbol, cursor.path("a compartment"), place));
        }
        return located;
    }

    private Words words() {
        SymbolKind kind = SymbolKind.PLAIN;
        boolean substanceOnly = false;
        Optional<Boolean> constant = Optional.empty();
        boolean more = true;
        while (more) {
            switch (cursor.peek().text()) {
                case "species" -> kind = SymbolKind.SPECIES;
                case "compartment" -> kind = SymbolKind.COMPARTMENT;
                case "reaction" -> kind = SymbolKind.REACTION;
                case "event" -> kind = SymbolKind.EVENT;
                case "substanceOnly" -> substanceOnly = true;
                case "const" -> constant = Optional.of(true);
                case "var" -> constant = Optional.of(false);
                case "formula", "gene", "operator", "DNA" -> {
                }
                default -> more = false;
            }
            if (more) {
                cursor.next();
            }
        }
        return new Words(substanceOnly ? SymbolKind.SPECIES : kind, substanceOnly, constant);
    }
}
