/// What a design comes to over many simulated trials: power, assurance, bias, coverage, type I error, each with its
/// Monte-Carlo error.
@NullMarked
package propria.trial.operating;

import org.jspecify.annotations.NullMarked;
