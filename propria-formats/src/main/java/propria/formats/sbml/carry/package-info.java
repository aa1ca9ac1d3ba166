/// What a document holds for people and other programs, kept from document to document:
/// [propria.formats.sbml.carry.Carried].
@NullMarked
package propria.formats.sbml.carry;

import org.jspecify.annotations.NullMarked;
