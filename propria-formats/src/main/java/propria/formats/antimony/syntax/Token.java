package propria.formats.antimony.syntax;

import propria.model.problem.SourceLocation;

/// A word of the text.
///
/// @param text as written, for [Kind#TEXT] the content without quotes
/// @param number the value, for [Kind#NUMBER] only
record Token(Kind kind, String text, double number, SourceLocation place) {

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SYMBOL,
        LINE_END,
        FILE_END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /// How a message names this token.
    String shown() {
        return switch (kind) {
            case NAME, NUMBER, SYMBOL -> "'" + text + "'";
            case TEXT -> "the text \"" + text + "\"";
            case LINE_END -> "the end of the line";
            case FILE_END -> "the end of the file";
        };
    }
}
