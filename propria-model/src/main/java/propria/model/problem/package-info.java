/// What went wrong, said for people: a [propria.model.problem.Problem] names what, where, why and how to mend it under a
/// stable code. [propria.model.problem.ProblemException] is the only exception that bad input raises. Each module lists
/// its codes in `propria/<module>/problems.tsv`; to add one, add a line there and use the code.
@NullMarked
package propria.model.problem;

import org.jspecify.annotations.NullMarked;
