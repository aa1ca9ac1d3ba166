/// Readers under inputs that nobody wrote (Jazzer, coverage-guided). In a usual run the seeds are replayed; see
/// `docs/fuzzing.md`.
@NullMarked
package propria.formats.fuzz;

import org.jspecify.annotations.NullMarked;
