/// What the readers of studies and of library data share: finding several problems in one pass
/// ([propria.study.reading.Findings]) and reading numbers with their sources ([propria.study.reading.Values]).
@NullMarked
package propria.study.reading;

import org.jspecify.annotations.NullMarked;
