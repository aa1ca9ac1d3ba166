/// The command line. [propria.app.cli.Application] finds the command that was named, loads only that one's classes, and
/// turns what goes wrong into words and an exit code ([propria.app.cli.Failures]). To add a command, write it in
/// `propria.app.cli.command` and list it in [propria.app.cli.Commands].
@NullMarked
package propria.app.cli;

import org.jspecify.annotations.NullMarked;
