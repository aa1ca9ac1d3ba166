/// SBML, Level 2 Version 1 to Level 3 Version 2: [propria.formats.sbml.SbmlReader] and
/// [propria.formats.sbml.SbmlWriter].
///
/// The way of reading: `xml` makes a tree that knows its lines and refuses document types; `packages` refuses what must
/// be understood and is not, and takes out what may be left out; `comp` makes a model of submodels flat; `form`
/// refuses what SBML does not have; `read` hands the core to JSBML and turns its document into a [propria.model.Model], formulas through `math`. JSBML's types stay
/// inside. To support a further package, start in `packages`.
@NullMarked
package propria.formats.sbml;

import org.jspecify.annotations.NullMarked;
