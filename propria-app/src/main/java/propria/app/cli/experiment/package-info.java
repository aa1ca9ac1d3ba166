/// Experiments from files, carried out and told at the terminal.
@NullMarked
package propria.app.cli.experiment;

import org.jspecify.annotations.NullMarked;
