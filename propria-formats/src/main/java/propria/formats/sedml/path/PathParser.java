package propria.formats.sedml.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.formats.sedml.path.XmlPath.Condition;
import propria.formats.sedml.path.XmlPath.Step;

/// Reads paths such as `/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='A']/@initialAmount`.
final class PathParser {

    private static final int MOST_STEPS = 60;

    private final String text;
    private int at;
    private boolean bad;

    PathParser(String text) {
        this.text = text;
    }

    Optional<XmlPath> path() {
        List<Step> steps = new ArrayList<>();
        Optional<String> attribute = Optional.empty();
        while (at < text.length() && !bad && attribute.isEmpty() && steps.size() < MOST_STEPS) {
            boolean slash = accept("/");
            boolean anywhere = slash && (accept("/") || accept("descendant::") || accept("descendant-or-self::"));
            if (!slash && !steps.isEmpty()) {
                return Optional.empty();
            }
            if (accept("@")) {
                attribute = Optional.of(name());
            } else {
                steps.add(new Step(anywhere, name(), conditions()));
            }
        }
        boolean whole = at == text.length() && !bad && !steps.isEmpty();
        return whole ? Optional.of(new XmlPath(steps, attribute)) : Optional.empty();
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        while (!bad && accept("[")) {
            do {
                conditions.add(condition());
                blanks();
            } while (!bad && accept("and"));
            demand("]");
        }
        return conditions;
    }

    private Condition condition() {
        blanks();
        if (accept("@")) {
            String attribute = name();
            blanks();
            if (!accept("=")) {
                return new Condition.Has(attribute);
            }
            blanks();
            return new Condition.Equals(attribute, quoted());
        }
        return new Condition.Place(place());
    }

    private int place() {
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at)) && at - start < 7) {
            at++;
        }
        int number = at == start ? 0 : Integer.parseInt(text.substring(start, at));
        bad |= number < 1;
        return number;
    }

    private String quoted() {
        char quote = at < text.length() ? text.charAt(at) : ' ';
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            bad = true;
            return "";
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    /// A name; its prefix is passed over.
    private String name() {
        if (accept("*")) {
            return "*";
        }
        int start = at;
        while (at < text.length() && isOfName(text.charAt(at))) {
            at++;
        }
        String whole = text.substring(start, at);
        String name = whole.substring(whole.indexOf(':') + 1);
        bad |= name.isEmpty();
        return name;
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean accept(String piece) {
        if (!text.startsWith(piece, at)) {
            return false;
        }
        at += piece.length();
        return true;
    }

    private void demand(String piece) {
        bad |= !accept(piece);
    }
}
