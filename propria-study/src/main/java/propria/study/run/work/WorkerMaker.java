package propria.study.run.work;

import java.util.function.Supplier;

/// Makes workers for runs of another kind than that of a study, where another program has described them. Found by
/// [java.util.ServiceLoader].
public interface WorkerMaker {

    /// Whether it knows the kind of run.
    ///
    /// @param key of a [StudyBundle]
    boolean knows(String key);

    /// Makes them.
    ///
    /// @return gives a worker for a thread
    /// @throws propria.model.problem.ProblemException when the study cannot be read
    Supplier<ChunkWorker> workers(StudyBundle bundle);
}
