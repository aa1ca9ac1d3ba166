/// Antimony text to a tree: the lexer cuts a file into tokens, the parser (recursive descent, one method a construct)
/// builds the records of [propria.formats.antimony.tree]. After an error it goes on at the next statement, so that one
/// run shows all errors.
@NullMarked
package propria.formats.antimony.syntax;

import org.jspecify.annotations.NullMarked;
