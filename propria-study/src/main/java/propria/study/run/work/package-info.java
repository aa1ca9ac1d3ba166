/// How the work of a run is divided, computed and kept. [propria.study.run.work.Chunks] divides the subjects; an
/// [propria.study.run.work.Executor] computes chunks, here or elsewhere, where a [propria.study.run.work.StudyBundle] carries
/// the study; a [propria.study.run.work.ChunkRecord] is what one came to; [propria.study.run.work.Checkpoint] is the
/// finished part on disk, and [propria.study.run.work.Results] reads the whole from it.
/// [propria.study.run.work.Parallel] does the same work on many things at once.
@NullMarked
package propria.study.run.work;

import org.jspecify.annotations.NullMarked;
