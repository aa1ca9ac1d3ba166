/// The part of XPath that SED-ML files use: steps by name with conditions on attributes or place, and an attribute at
/// the end. Prefixes are not looked up; the name of an element decides.
@NullMarked
package propria.formats.sedml.path;

import org.jspecify.annotations.NullMarked;
