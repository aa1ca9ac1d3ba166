/// The report: one page that needs no network, made only from a run folder. [propria.app.report.HtmlReport] puts the
/// sections together in the order in which a doubting reader asks: the answer, what it counts on, the courses, the
/// effects, published against predicted, what moves the answer, the evidence, the manifest, the limits. One class a
/// section; to add one, write it and list it in `HtmlReport`.
@NullMarked
package propria.app.report;

import org.jspecify.annotations.NullMarked;
