/// The command that opens the laboratory in a browser.
@NullMarked
package propria.app.cli.studio;

import org.jspecify.annotations.NullMarked;
