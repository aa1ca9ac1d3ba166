/// Writes a run folder: what a report, a script and `propria verify` read. [propria.study.output.RunFolder] writes all
/// files into a hidden folder beside the final one and moves it there at the end, so that an interrupted run never looks
/// finished. A new table is a method here, a line in [propria.study.output.RunFolder] and one in `dictionary.csv`.
@NullMarked
package propria.study.output;

import org.jspecify.annotations.NullMarked;
