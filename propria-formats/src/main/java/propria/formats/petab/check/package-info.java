/// Rules that a PEtab problem must keep, one class each, all in [propria.formats.petab.check.PetabChecks]. To add one, write
/// a class, add a line there and one in `problems.tsv`.
@NullMarked
package propria.formats.petab.check;

import org.jspecify.annotations.NullMarked;
