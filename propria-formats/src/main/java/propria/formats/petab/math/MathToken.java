package propria.formats.petab.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// A word of a formula.
///
/// @param offset of its first character
record MathToken(Kind kind, String text, int offset) {

    private static final Pattern TOKEN = Pattern
            .compile("\\s*(?:((?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)|([A-Za-z_]\\w*)"
                    + "|(&&|\\|\\||<=|>=|==|!=|[-+*/^()<>!,]))");
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    static List<MathToken> of(String text, SourceLocation place) {
        List<MathToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.stripTrailing().length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new ProblemException(Problem.error("P111",
                        new SourceLocation(place.file(), place.line(), place.column() + at),
                        "`" + text.substring(at).strip() + "` cannot be read as part of a formula", "",
                        "PEtab formulas hold names, decimal numbers and + - * / ^ ( ) , < > <= >= == != && || !"));
            }
            int group = matcher.group(1) != null ? 1 : matcher.group(2) != null ? 2 : 3;
            tokens.add(new MathToken(Kind.values()[group - 1], matcher.group(group), matcher.start(group)));
            at = matcher.end();
        }
        tokens.add(new MathToken(Kind.END, "", text.length()));
        return tokens;
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isComparison() {
        return kind == Kind.SYMBOL && COMPARISONS.contains(text);
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    boolean isEnd() {
        return kind == Kind.END;
    }
}
