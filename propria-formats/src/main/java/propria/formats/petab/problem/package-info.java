/// What a PEtab problem says, as records in the words of version 2. What only version 1 can say (scales of parameters,
/// logarithms to base 10, initialisation priors) has its place too, so that both versions are one thing to those who use
/// them.
@NullMarked
package propria.formats.petab.problem;

import org.jspecify.annotations.NullMarked;
