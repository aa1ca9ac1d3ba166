/// A [propria.model.Model] under change: the parts of [propria.formats.sbml.level.draft.Draft] and its formulas can be replaced.
@NullMarked
package propria.formats.sbml.level.draft;

import org.jspecify.annotations.NullMarked;
