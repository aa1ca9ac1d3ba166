package propria.app.studio.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import propria.app.report.data.Manifest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.RunOptions;
import propria.study.run.SubjectCourse;

/// The study of a run as the run kept it, so that one of its subjects can be simulated again although the study has moved on.
public final class KeptStudy {

    private KeptStudy() {
    }

    /// The whole course of a subject.
    ///
    /// @param points arm by arm, observable by observable, ascending in time
    public record Course(int draw, int subject, List<Point> points) {
        public Course {
            points = List.copyOf(points);
        }
    }

    /// A value.
    public record Point(String arm, String observable, double day, double value) {
    }

    /// Simulates a subject of a run again.
    ///
    /// @throws ProblemException U351 when the run kept no inputs, S053 when it has no such subject
    public static Course course(Path run, Manifest manifest, int draw, int subject) {
        Path inputs = run.resolve("inputs");
        Path library = inputs.resolve("library");
        Path file = Stream.of(inputs.resolve("study"), library.resolve("studies").resolve(manifest.study().id()))
                .filter(folder -> Files.isRegularFile(folder.resolve("study.yaml"))).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.error("U351",
                        SourceLocation.of(String.valueOf(run.getFileName())), "the run kept no inputs", "",
                        "run the study again; new runs keep what they read")));
        Study study = StudyFile.read(file, Library.read(library));
        RunOptions options = new RunOptions(OptionalLong.of(manifest.seed()), 1,
                OptionalInt.of((int) manifest.draws().used()), java.util.Optional.empty(), false, false,
                propria.study.run.Progress.SILENT);
        return new Course(draw, subject, SubjectCourse.of(study, options, draw, subject).stream()
                .map(p -> new Point(p.arm(), p.observable().id(), p.time(), p.value())).toList());
    }
}
