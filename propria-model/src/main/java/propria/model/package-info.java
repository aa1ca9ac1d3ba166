/// A model as data: compartments, species, parameters, reactions, rules and events as immutable records, in the terms
/// of SBML Level 3. A [propria.model.Model] knows nothing of text formats, solvers or time; each of its elements
/// carries a [propria.model.Description] (name, sources, interval) and the place where it was defined.
@NullMarked
package propria.model;

import org.jspecify.annotations.NullMarked;
