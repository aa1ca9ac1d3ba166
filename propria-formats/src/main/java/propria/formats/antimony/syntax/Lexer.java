package propria.formats.antimony.syntax;

import java.util.ArrayList;
import java.util.List;
import propria.formats.antimony.syntax.Token.Kind;
import propria.formats.antimony.tree.Comment;
import propria.formats.antimony.tree.Diagnostics;
import propria.model.problem.SourceLocation;

/// Cuts Antimony text into tokens. Line ends are tokens, since they end statements; comments are kept apart.
final class Lexer {

    private static final List<String> LONG_SYMBOLS = List.of("->", "-|", "=>", ":=", "==", "!=", "<=", ">=", "&&",
            "||");
    private static final String SYMBOLS = "+-*/^%(){}[],;:=<>!$.'";

    private static final String FENCE = "```";

    private final String text;
    private final String file;
    private final Diagnostics problems;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String text, String file, Diagnostics problems) {
        this.text = text;
        this.file = file;
        this.problems = problems;
    }

    /// What a text consists of.
    record Cut(List<Token> tokens, List<Comment> comments) {
    }

    static Cut cut(String text, String file, Diagnostics problems) {
        Lexer lexer = new Lexer(text, file, problems);
        lexer.run();
        return new Cut(lexer.tokens, lexer.comments);
    }

    private void run() {
        if (text.startsWith("\uFEFF")) {
            at = 1;
            lineStart = 1;
        }
        while (at < text.length()) {
            next();
        }
        add(Kind.LINE_END, "", 0, here());
        add(Kind.FILE_END, "", 0, here());
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            add(Kind.LINE_END, "", 0, here());
            at++;
            newLine();
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '#' || text.startsWith("//", at)) {
            skipLine();
        } else if (text.startsWith("/*", at)) {
            skipBlockComment();
        } else if (c == '\\' && continuesLine()) {
            at = text.indexOf('\n', at) + 1;
            newLine();
        } else if (text.startsWith(FENCE, at)) {
            readFenced();
        } else if (c == '"') {
            readText();
        } else if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
            readNumber();
        } else if (isLetter(c)) {
            readName();
        } else {
            readSymbol(c);
        }
    }

    private void readSymbol(char c) {
        SourceLocation place = here();
        for (String symbol : LONG_SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                add(Kind.SYMBOL, symbol, 0, place);
                return;
            }
        }
        if (c == '!' && text.substring(at + 1).stripLeading().startsWith("=")) {
            at = text.indexOf('=', at) + 1;
            add(Kind.SYMBOL, "!=", 0, place);
            return;
        }
        int width = Character.charCount(text.codePointAt(at));
        String shown = text.substring(at, at + width);
        at += width;
        if (SYMBOLS.indexOf(c) >= 0) {
            add(Kind.SYMBOL, shown, 0, place);
        } else {
            problems.error("A101", place, "The character " + shown + " (U+"
                    + String.format("%04X", shown.codePointAt(0)) + ") has no meaning in Antimony.",
                    "Names use the letters a-z, digits and underscores.",
                    "Remove it, or put it into quotes or a comment.");
        }
    }

    private void readName() {
        SourceLocation place = here();
        int start = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        add(Kind.NAME, text.substring(start, at), 0, place);
    }

    private void readNumber() {
        SourceLocation place = here();
        int start = at;
        skipDigits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            skipDigits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
            if (at + 1 + sign < text.length() && isDigit(text.charAt(at + 1 + sign))) {
                at += 1 + sign;
                skipDigits();
            }
        }
        String shown = text.substring(start, at);
        double value = Double.parseDouble(shown);
        if (Double.isInfinite(value)) {
            problems.error("A104", place, "The number " + shown + " is too large.",
                    "The largest number is " + Double.MAX_VALUE + ".", "Write inf where infinity is meant.");
        }
        add(Kind.NUMBER, shown, value, place);
    }

    private void readText() {
        SourceLocation place = here();
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length() && "\"\\nrt".indexOf(text.charAt(at)) >= 0) {
                char escaped = text.charAt(at++);
                content.append(switch (escaped) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> escaped;
                });
            } else if (c != '\r') {
                content.append(c);
            }
        }
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
        } else {
            problems.error("A102", place, "The text that begins here has no closing quote.",
                    "A text ends on the line where it begins.", "Add \" at its end; write \\n for a line break.");
        }
        add(Kind.TEXT, content.toString(), 0, place);
    }

    /// A text of several lines between fences, with nothing escaped.
    private void readFenced() {
        SourceLocation place = here();
        int start = at + FENCE.length();
        int end = text.indexOf(FENCE, start);
        if (end < 0) {
            problems.error("A102", place, "The text that begins here has no closing fence.",
                    "It goes on to the next three backticks.", "Add ``` where it ends.");
            end = text.length();
        }
        add(Kind.TEXT, text.substring(start, end).replace("\r", "").strip(), 0, place);
        for (at = start; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
        at = Math.min(text.length(), end + FENCE.length());
    }

    private void skipBlockComment() {
        SourceLocation place = here();
        boolean behind = isBehind();
        at += 2;
        int start = at;
        while (at < text.length() && !text.startsWith("*/", at)) {
            if (text.charAt(at++) == '\n') {
                newLine();
            }
        }
        if (at >= text.length()) {
            problems.error("A103", place, "The comment that begins here has no end.",
                    "Everything after /* is skipped up to */.", "Add */ where the comment ends.");
        } else {
            comment(text.substring(start, at).replaceAll("(?m)^[ \\t]*\\*", ""), behind, place);
            at += 2;
        }
    }

    private void comment(String content, boolean behind, SourceLocation place) {
        String printable = content.replaceAll("[\\p{Cntrl}\uFFFE\uFFFF&&[^\n]]", " ").strip();
        if (!printable.isEmpty()) {
            comments.add(new Comment(printable, behind, false, place));
        }
    }

    /// Whether a statement, or its beginning, stands before this place on the line.
    private boolean isBehind() {
        return !tokens.isEmpty() && tokens.getLast().kind() != Kind.LINE_END
                && tokens.getLast().place().line() == line;
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        int begin = at + (text.charAt(at) == '#' ? 1 : 2);
        int stop = end < 0 ? text.length() : end;
        comment(text.substring(Math.min(begin, stop), stop), isBehind(), here());
        at = stop;
    }

    private boolean continuesLine() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '\n' && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '\n';
    }

    private void skipDigits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private void newLine() {
        line++;
        lineStart = at;
    }

    private SourceLocation here() {
        return new SourceLocation(file, line, at - lineStart + 1);
    }

    private void add(Kind kind, String content, double number, SourceLocation place) {
        tokens.add(new Token(kind, content, number, place));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
