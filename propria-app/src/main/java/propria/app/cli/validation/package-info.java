/// Commands that hold the model against tables of evidence.
@NullMarked
package propria.app.cli.validation;

import org.jspecify.annotations.NullMarked;
