package propria.model.problem;

import java.util.Optional;

/// One thing that is wrong with an input, in words for the person who wrote it.
///
/// @param severity whether it stops the work
/// @param code the stable code, a letter and three digits, explained by `propria explain CODE`
/// @param place where it is, when a place is known
/// @param what one sentence: what is wrong
/// @param why the reason, with the values involved; may be empty
/// @param fix a way out; may be empty
public record Problem(Severity severity, String code, Optional<SourceLocation> place, String what, String why,
        String fix) {

    /// An error at a place.
    public static Problem error(String code, SourceLocation place, String what, String why, String fix) {
        return new Problem(Severity.ERROR, code, Optional.of(place), what, why, fix);
    }

    /// An error that has no place in a file.
    public static Problem error(String code, String what, String why, String fix) {
        return new Problem(Severity.ERROR, code, Optional.empty(), what, why, fix);
    }

    /// A warning at a place.
    public static Problem warning(String code, SourceLocation place, String what, String why, String fix) {
        return new Problem(Severity.WARNING, code, Optional.of(place), what, why, fix);
    }

    /// Whether this stops the work.
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// The form that a terminal shows: `error[G214] what`, then place, reason and way out, a line each.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(isError() ? "error[" : "warning[").append(code).append("] ").append(what);
        place.ifPresent(p -> text.append("\n  ").append(p));
        if (!why.isEmpty()) {
            text.append("\n  ").append(why);
        }
        if (!fix.isEmpty()) {
            text.append("\n  fix: ").append(fix);
        }
        return text.append("\n  more: propria explain ").append(code).toString();
    }
}
