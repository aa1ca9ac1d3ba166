package propria.formats.antimony.tree;

import propria.model.problem.SourceLocation;

/// A comment of a text.
///
/// @param text what it says, without the marks; several lines for a block
/// @param behind whether a statement stands before it on its line
public record Comment(String text, boolean behind, SourceLocation place) {
}
