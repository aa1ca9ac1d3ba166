package propria.formats.antimony.syntax;

import java.util.ArrayList;
import java.util.List;
import propria.formats.antimony.syntax.Token.Kind;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Path;
import propria.model.problem.SourceLocation;

/// A place in the token list. Inside parentheses and braces line ends do not count.
final class Cursor {

    private static final int DEEPEST = 200;

    private final List<Token> tokens;
    private final Diagnostics problems;
    private int at;
    private int depth;
    private int nesting;

    Cursor(List<Token> tokens, Diagnostics problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /// Ends the statement at hand; the parser goes on at the next.
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("statement abandoned", null, false, false);
        }
    }

    Diagnostics problems() {
        return problems;
    }

    Token peek() {
        if (depth > 0) {
            skipLineEnds();
        }
        return tokens.get(at);
    }

    /// The token `ahead` places after the next one, line ends counted.
    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    SourceLocation place() {
        return peek().place();
    }

    Token next() {
        Token token = peek();
        if (token.kind() != Kind.FILE_END) {
            at++;
        }
        return token;
    }

    void skipLineEnds() {
        while (tokens.get(at).kind() == Kind.LINE_END) {
            at++;
        }
    }

    int mark() {
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    boolean atEnd() {
        return peek().kind() == Kind.FILE_END;
    }

    boolean atStatementEnd() {
        Token token = peek();
        return token.kind() == Kind.LINE_END || token.kind() == Kind.FILE_END || token.is(";");
    }

    boolean accept(String symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            at++;
        }
        return found;
    }

    boolean acceptName(String name) {
        boolean found = peek().isName(name);
        if (found) {
            at++;
        }
        return found;
    }

    void expect(String symbol, String where) {
        if (!accept(symbol)) {
            throw unexpected("'" + symbol + "' " + where);
        }
    }

    /// Opens a bracket: line ends do not count until it closes.
    void open(String symbol, String where) {
        expect(symbol, where);
        depth++;
    }

    void close(String symbol, String where) {
        expect(symbol, where);
        depth--;
    }

    Token expectKind(Kind kind, String wanted) {
        if (peek().kind() != kind) {
            throw unexpected(wanted);
        }
        return next();
    }

    /// `a.b.c`
    Path path(String wanted) {
        Token first = expectKind(Kind.NAME, wanted);
        if (!peek().is(".")) {
            return new Path(List.of(first.text()), first.place());
        }
        List<String> parts = new ArrayList<>(List.of(first.text()));
        while (accept(".")) {
            parts.add(expectKind(Kind.NAME, "a name after the dot").text());
        }
        return new Path(parts, first.place());
    }

    /// Enters one level of a formula.
    void enter() {
        if (++nesting > DEEPEST) {
            throw fail("A111", place(), "This formula is nested too deeply.",
                    "At most " + DEEPEST + " levels of parentheses are read.",
                    "Give parts of the formula names with :=.");
        }
    }

    void leave() {
        nesting--;
    }

    Abandoned unexpected(String wanted) {
        Token found = peek();
        return fail("A110", found.place(), "Expected " + wanted + ", found " + found.shown() + ".", "",
                "Complete the statement, or remove what does not belong to it.");
    }

    Abandoned fail(String code, SourceLocation place, String what, String why, String fix) {
        problems.error(code, place, what, why, fix);
        return new Abandoned();
    }

    /// After an error: to the end of the line, or to the start of the next line where the error stands there.
    void recover() {
        boolean crossed = depth > 0 && at > 0 && tokens.get(at - 1).kind() == Kind.LINE_END;
        depth = 0;
        nesting = 0;
        while (!crossed && !atStatementEnd()) {
            at++;
        }
    }
}
