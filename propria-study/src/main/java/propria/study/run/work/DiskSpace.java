package propria.study.run.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Looks before a run begins whether what it keeps on disk has room there.
public final class DiskSpace {

    private DiskSpace() {
    }

    /// @param folder the run folder to come; the one above it is there
    /// @param needed what finished work takes [bytes]
    /// @param resume whether a part of it may be there already
    /// @throws ProblemException S054 when it has no room
    public static void check(Path folder, long needed, boolean resume) {
        Path checkpoint = Checkpoint.fileOf(folder);
        try {
            long there = resume && Files.exists(checkpoint) ? Files.size(checkpoint) : 0;
            long free = Files.getFileStore(checkpoint.resolveSibling("")).getUsableSpace();
            if (needed - there > free) {
                throw new ProblemException(Problem.error("S054", SourceLocation.of(checkpoint.toString()),
                        "the finished work of this run has no room on the disk",
                        "it takes " + (needed >> 20) + " MB, " + (free >> 20) + " MB are free",
                        "choose another disk with --out, fewer subjects, or fewer observables"));
            }
        } catch (IOException e) {
            throw new ProblemException(Problem.error("S052", SourceLocation.of(checkpoint.toString()),
                    "finished work cannot be kept", String.valueOf(e.getMessage()),
                    "choose another place with --out"));
        }
    }
}
