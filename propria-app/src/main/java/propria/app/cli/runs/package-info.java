/// Commands on finished runs and on study files: [propria.app.cli.runs.VerifyCommand] repeats a run,
/// [propria.app.cli.runs.CompareCommand] sets two runs side by side, [propria.app.cli.runs.DiffCommand] two studies.
@NullMarked
package propria.app.cli.runs;

import org.jspecify.annotations.NullMarked;
