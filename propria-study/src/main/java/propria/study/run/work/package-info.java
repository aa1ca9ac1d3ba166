/// How the work of a run is divided and kept: [propria.study.run.work.Checkpoint] is the finished part on disk, so that a
/// stopped run can go on, [propria.study.run.work.ChunkRecord] what it holds of a few subjects,
/// [propria.study.run.work.Parallel] the same work on many things at once.
@NullMarked
package propria.study.run.work;

import org.jspecify.annotations.NullMarked;
