/// What `run` does with a study that is a trial, and what it says of it.
@NullMarked
package propria.app.cli.trial;

import org.jspecify.annotations.NullMarked;
