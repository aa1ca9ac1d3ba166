package propria.bench;

import java.nio.file.Path;
import java.util.Optional;
import propria.app.cli.terminal.Terminal;
import propria.bench.sbscl.SbsclFailure;
import propria.bench.sbscl.SbsclLibrary;
import propria.bench.sbscl.SbsclProcess;
import propria.bench.sundials.Toolchain;
import propria.model.problem.ProblemException;

/// Who is there to compare with. What is missing is said once; its comparisons are left out.
///
/// @param toolchain a compiler with SUNDIALS
/// @param sbscl SBSCL in a process of its own
record Comparators(Optional<Toolchain> toolchain, Optional<SbsclProcess> sbscl) implements AutoCloseable {

    static Comparators find(Terminal terminal) {
        return new Comparators(toolchain(terminal), library(terminal));
    }

    private static Optional<Toolchain> toolchain(Terminal terminal) {
        try {
            Toolchain found = Toolchain.find(Path.of(System.getProperty("propria.bench.cache",
                    System.getProperty("java.io.tmpdir") + "/propria-bench")));
            terminal.note(found.description());
            return Optional.of(found);
        } catch (ProblemException e) {
            e.problems().forEach(p -> terminal.note("CVODE skipped: " + p.what() + "; " + p.why() + "; " + p.fix()));
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        sbscl.ifPresent(SbsclProcess::close);
    }

    private static Optional<SbsclProcess> library(Terminal terminal) {
        try {
            Optional<SbsclLibrary> found = SbsclLibrary.find();
            if (found.isEmpty()) {
                terminal.note("SBSCL not found, skipped; the system property propria.bench.sbscl names its jars");
            }
            return found.map(_ -> new SbsclProcess());
        } catch (SbsclFailure e) {
            terminal.note("SBSCL not found, skipped: " + e.getMessage());
            return Optional.empty();
        }
    }
}
