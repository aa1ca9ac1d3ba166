/// Simulated courses of virtual patients: what the patients come from hands over, and trials, analyses and predictions read.
@NullMarked
package propria.trial.course;

import org.jspecify.annotations.NullMarked;
