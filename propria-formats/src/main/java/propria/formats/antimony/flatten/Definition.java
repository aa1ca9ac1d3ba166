package propria.formats.antimony.flatten;

import propria.model.problem.SourceLocation;

/// One statement about a symbol.
///
/// @param scope the instance in whose text it stands
/// @param content what is said
/// @param order where it comes in the order of the text
record Definition<T>(Instance scope, T content, SourceLocation place, int order) {
}
