package propria.formats.antimony.tree;

import propria.model.problem.SourceLocation;

/// A comment of a text.
///
/// @param text what it says, without the marks; several lines for a block
/// @param behind whether a statement stands before it on its line
/// @param last whether it stands between the last statement of a model and the end of the model
public record Comment(String text, boolean behind, boolean last, SourceLocation place) {

    /// The same as the last of a model.
    public Comment atEnd() {
        return new Comment(text, behind, true, place);
    }
}
