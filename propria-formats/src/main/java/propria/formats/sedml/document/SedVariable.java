package propria.formats.sedml.document;

import java.util.Optional;
import propria.model.problem.SourceLocation;

/// A value of a model, or its course in a task.
///
/// @param id the name in the formula
/// @param name the plain name
/// @param target an XPath expression into the model, or `#range`
/// @param symbol what has no place in the text, such as time
/// @param task the task whose course is meant
/// @param model the model whose value is meant
/// @param term a function over dimensions (Version 4 `dimensionTerm`, or `term`), a KiSAO id
public record SedVariable(String id, Optional<String> name, Optional<String> target, Optional<String> symbol,
        Optional<String> task, Optional<String> model, Optional<String> term, SourceLocation place) {

    /// How versions before 4 name the time.
    public static final String TIME = "urn:sedml:symbol:time";

    /// How Version 4 and later name the time.
    public static final String TIME_TERM = "KISAO:0000832";

    /// Whether it is the time.
    public boolean isTime() {
        return symbol.isPresent() && (symbol.get().equals(TIME) || symbol.get().equals(TIME_TERM));
    }
}
