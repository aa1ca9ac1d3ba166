/// The commands that estimate: fit, profile, sample.
@NullMarked
package propria.app.cli.estimation;

import org.jspecify.annotations.NullMarked;
