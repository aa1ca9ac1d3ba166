/// What a study does not know, and how it is carried through: priors, the posterior of a calibration, or nothing.
@NullMarked
package propria.study.uncertainty;

import org.jspecify.annotations.NullMarked;
