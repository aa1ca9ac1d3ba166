package propria.study.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import propria.study.Toy;
import propria.study.file.StudyFile;

/// A run in a program of its own, which a test can kill. It prints how many simulations are done.
final class OtherProgram {

    private OtherProgram() {
    }

    /// Starts the run of a study of the toy library with one draw.
    ///
    /// @param heap the most memory, as in `-Xmx`
    static Process start(String heap, Path study, Path out, int threads, boolean resume) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx" + heap, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), OtherProgram.class.getName(), study.toString(), out.toString(),
                Integer.toString(threads), Boolean.toString(resume)));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    static RunOptions options(Path out, int threads, boolean resume) {
        return RunOptions.standard().withDraws(1).withThreads(threads).withOut(out).withResume(resume);
    }

    public static void main(String... arguments) {
        var study = StudyFile.read(Path.of(arguments[0]), Toy.library());
        RunOptions options = options(Path.of(arguments[1]), Integer.parseInt(arguments[2]),
                Boolean.parseBoolean(arguments[3]));
        System.out.println(StudyRunner.run(study, options.withProgress((done, _) -> System.out.println(done)))
                .summaryHash());
    }
}
