/// The command that makes virtual patients.
@NullMarked
package propria.app.cli.patients;

import org.jspecify.annotations.NullMarked;
