/// What an older level of SBML cannot say is said otherwise, or refused: a [propria.model.Model] goes through one class a
/// kind of thing and comes out as one of the same course that the level can write.
@NullMarked
package propria.formats.sbml.level.older;

import org.jspecify.annotations.NullMarked;
