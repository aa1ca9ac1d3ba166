/// The packages that extend the core of SBML Level 3: which are followed, left out or refused.
@NullMarked
package propria.formats.sbml.packages;

import org.jspecify.annotations.NullMarked;
