package propria.formats.antimony.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import propria.formats.antimony.syntax.Token.Kind;
import propria.formats.antimony.tree.Comment;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.SourceFile;
import propria.formats.antimony.tree.SourceFile.Function;
import propria.formats.antimony.tree.SourceFile.Import;
import propria.formats.antimony.tree.SourceFile.Module;
import propria.formats.antimony.tree.Statement;
import propria.model.problem.SourceLocation;

/// Reads one file of Antimony.
public final class Parser {

    private final Cursor cursor;
    private final String name;
    private final List<Import> imports = new ArrayList<>();
    private final List<Module> modules = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Statement> loose = new ArrayList<>();
    private final List<Comment> comments;
    /// Where the last statement of a model begins, or the model where it has none: where the model ends.
    private final NavigableMap<SourceLocation, SourceLocation> ends = new TreeMap<>();

    private Parser(Cursor cursor, String name, List<Comment> comments) {
        this.cursor = cursor;
        this.name = name;
        this.comments = comments;
    }

    /// Reads a text.
    ///
    /// @param name the file name for messages
    /// @param problems where errors go; what could be read is returned all the same
    public static SourceFile parse(String text, String name, Diagnostics problems) {
        Lexer.Cut cut = Lexer.cut(text, name, problems);
        return new Parser(new Cursor(cut.tokens(), problems), name, cut.comments()).file();
    }

    private SourceFile file() {
        StatementParser statements = new StatementParser(cursor, loose);
        while (toNextStatement()) {
            attempt(() -> topLevel(statements));
        }
        List<Module> whole = modules.stream().map(this::withStatementsBehind).toList();
        return new SourceFile(name, imports, whole, functions, loose,
                comments.stream().map(comment -> isLast(comment) ? comment.atEnd() : comment).toList());
    }

    /// `name is "…"` behind the model `name` speaks of the model and belongs to it.
    private Module withStatementsBehind(Module module) {
        List<Statement> about = loose.stream().filter(statement -> speaksOf(module, statement)).toList();
        loose.removeAll(about);
        return new Module(module.name(), module.title(), module.parameters(), module.main(),
                Stream.concat(module.statements().stream(), about.stream()).toList(), module.place());
    }

    private boolean speaksOf(Module module, Statement statement) {
        List<String> symbol = switch (statement) {
            case Statement.Annotation annotation -> annotation.symbol().parts();
            case Statement.Assignment attribute when attribute.symbol().parts().size() == 2 ->
                attribute.symbol().owner().parts();
            default -> List.of();
        };
        boolean instance = loose.stream().anyMatch(
                other -> other instanceof Statement.Instantiation use && use.name().equals(module.name()));
        return symbol.equals(List.of(module.name())) && !instance;
    }

    private void topLevel(StatementParser statements) {
        Token token = cursor.peek();
        if (token.isName("import")) {
            cursor.next();
            Token file = cursor.expectKind(Kind.TEXT, "the quoted name of a file after import");
            imports.add(new Import(file.text(), file.place()));
        } else if (isModel(token) && cursor.peek(1).kind() != Kind.TEXT && !aboutModel()) {
            module(token.place());
        } else if (token.isName("function")) {
            function(token.place());
        } else if (token.isName("end")) {
            cursor.next();
            throw cursor.fail("A112", token.place(), "This end closes nothing.", "", "Remove it.");
        } else {
            statements.statement();
        }
    }

    private boolean aboutModel() {
        if (cursor.peek(1).is(".") || cursor.peek(1).kind() == Kind.NAME && cursor.peek(2).is(".")) {
            return true;
        }
        return cursor.peek(1).kind() == Kind.NAME && cursor.peek(2).kind() == Kind.TEXT
                && !cursor.peek(3).is("(") && cursor.peek(3).kind() != Kind.LINE_END;
    }

    private static boolean isModel(Token token) {
        return token.isName("model") || token.isName("module");
    }

    private void module(SourceLocation place) {
        cursor.next();
        boolean main = cursor.accept("*");
        String id = cursor.expectKind(Kind.NAME, "the name of the model").text();
        Optional<String> title = title();
        List<Path> parameters = cursor.peek().is("(") ? parameters() : List.of();
        title = title.isPresent() ? title : title();
        List<Statement> body = new ArrayList<>();
        StatementParser statements = new StatementParser(cursor, body);
        boolean closed = false;
        SourceLocation last = place;
        while (!closed && toNextStatement() && !startsModule()) {
            SourceLocation here = cursor.peek().place();
            closed = cursor.acceptName("end");
            if (closed) {
                ends.put(last, here);
            } else {
                last = here;
                attempt(() -> inModule(statements));
            }
        }
        if (!closed) {
            cursor.problems().error("A112", place, "The model " + id + " has no end.", "",
                    "Write end on a line of its own after its last statement.");
        }
        modules.add(new Module(id, title, parameters, main, body, place));
    }

    private boolean isLast(Comment comment) {
        Map.Entry<SourceLocation, SourceLocation> end = ends.floorEntry(comment.place());
        return end != null && comment.place().compareTo(end.getValue()) < 0;
    }

    /// Whether the next token begins another model, so that an `end` is missing before it.
    private boolean startsModule() {
        Token token = cursor.peek();
        return isModel(token) && (cursor.peek(1).is("*") || cursor.peek(1).kind() == Kind.NAME
                && cursor.peek(2).kind() != Kind.TEXT && !cursor.peek(2).is("."));
    }

    private void inModule(StatementParser statements) {
        Token token = cursor.peek();
        if (token.isName("function")) {
            function(token.place());
        } else if (token.isName("import")) {
            throw cursor.fail("A113", token.place(), "An import cannot stand inside a model.", "",
                    "Move it to the top of the file.");
        } else {
            statements.statement();
        }
    }

    private void function(SourceLocation place) {
        cursor.next();
        String id = cursor.expectKind(Kind.NAME, "the name of the function").text();
        Optional<String> title = title();
        List<Path> parameters = parameters();
        title = title.isPresent() ? title : title();
        toNextStatement();
        Formula body = new FormulaParser(cursor).formula();
        toNextStatement();
        if (!cursor.acceptName("end")) {
            throw cursor.unexpected("end after the formula of the function " + id);
        }
        functions.add(new Function(id, title, parameters, body, place));
    }

    private Optional<String> title() {
        return cursor.peek().kind() == Kind.TEXT ? Optional.of(cursor.next().text()) : Optional.empty();
    }

    private List<Path> parameters() {
        List<Path> parameters = new ArrayList<>();
        cursor.open("(", "before the parameters");
        if (!cursor.peek().is(")")) {
            do {
                cursor.accept("$");
                Token parameter = cursor.expectKind(Kind.NAME, "the name of a parameter");
                parameters.add(new Path(List.of(parameter.text()), parameter.place()));
            } while (cursor.accept(","));
        }
        cursor.close(")", "after the parameters");
        return parameters;
    }

    private boolean toNextStatement() {
        while (cursor.peek().kind() == Kind.LINE_END || cursor.peek().is(";")) {
            cursor.next();
        }
        return !cursor.atEnd();
    }

    private void attempt(Runnable statement) {
        try {
            statement.run();
            boolean ended = cursor.atStatementEnd() || cursor.peek().isName("end");
            if (!ended) {
                throw cursor.unexpected("the end of the statement");
            }
        } catch (Cursor.Abandoned abandoned) {
            cursor.recover();
        }
    }
}
