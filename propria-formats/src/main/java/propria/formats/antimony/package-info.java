/// The Antimony language, text to model and back: [propria.formats.antimony.AntimonyReader] and
/// [propria.formats.antimony.AntimonyWriter]. Reading has two steps. The parser in `syntax` turns each file into a tree
/// of records that all know their place; `flatten` resolves imports, sub-models and names and builds the
/// [propria.model.Model]. To widen the language, add a record to `syntax.Statement` and follow the compiler.
@NullMarked
package propria.formats.antimony;

import org.jspecify.annotations.NullMarked;
