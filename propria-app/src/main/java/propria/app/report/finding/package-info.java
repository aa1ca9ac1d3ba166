/// What a run says, in sentences: [propria.app.report.finding.Answer] the answer to the study's question,
/// [propria.app.report.finding.Doubts] the reasons to distrust it, [propria.app.report.finding.PublishedEffect] what the
/// laboratory saw. Each sentence is computed from the numbers of the run; the command line and the report say the same.
@NullMarked
package propria.app.report.finding;

import org.jspecify.annotations.NullMarked;
