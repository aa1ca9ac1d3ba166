/// What a run left behind, read back: [propria.app.report.data.RunFolder] reads the files of a run folder into the
/// records of this package. The report knows a run only through them, so it can be rebuilt at any time. A file that
/// is absent is an empty list; a column that is absent is an empty value. To show something new, add a column here.
@NullMarked
package propria.app.report.data;

import org.jspecify.annotations.NullMarked;
