/// The commands, one class each, named for their verb. A command says its answer through the
/// [propria.app.cli.terminal.Terminal] as lines for people and as entries of one JSON object, throws
/// `ProblemException` for what the user must mend, and returns an exit code.
@NullMarked
package propria.app.cli.command;

import org.jspecify.annotations.NullMarked;
