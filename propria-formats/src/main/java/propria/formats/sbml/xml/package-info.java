/// XML as a small tree in which every element knows its line: what the packages of SBML are checked and resolved on
/// before the core is handed to JSBML. Documents with a type declaration are refused, so no entity is ever expanded.
@NullMarked
package propria.formats.sbml.xml;

import org.jspecify.annotations.NullMarked;
