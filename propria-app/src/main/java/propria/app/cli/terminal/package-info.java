/// What a command says and where: [propria.app.cli.terminal.Terminal] keeps answers on standard output apart from
/// progress and warnings on standard error, [propria.app.cli.terminal.Progress] draws one line that moves where there is a
/// terminal, [propria.app.cli.terminal.ExitCode] names what the shell is told.
@NullMarked
package propria.app.cli.terminal;

import org.jspecify.annotations.NullMarked;
