package propria.app.studio.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.study.library.Library;

/// A lesson of the library: a study to play with, what to try, and questions whose answers give their reason.
///
/// @param study the study that it plays with
public record Lesson(String id, String title, String about, String study, List<Step> steps) {

    public Lesson {
        steps = List.copyOf(steps);
    }

    /// Something to read and do.
    ///
    /// @param look what the page shows beside it: `course`, `crypt`, `network`, `why`, `sources`
    /// @param slider a value of the study that the learner moves
    public record Step(String text, String look, List<Slider> slider, List<Question> question) {
        public Step {
            slider = List.copyOf(slider);
            question = List.copyOf(question);
        }
    }

    /// A value to move.
    ///
    /// @param path where it stands in the study file, such as `phases.1.insult.DSS`
    /// @param unit what is written behind it
    public record Slider(String label, String path, String unit, double low, double high, double step) {
    }

    /// A question.
    public record Question(String text, List<Choice> choices) {
        public Question {
            choices = List.copyOf(choices);
        }
    }

    /// An answer to choose.
    public record Choice(String text, boolean right, String reason) {
    }

    /// The lessons of a library, in the order of their file names.
    public static List<Lesson> all(Library library) {
        Path folder = library.root().resolve("lessons");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().map(Lesson::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lesson read(Path file) {
        String name = file.getFileName().toString();
        YamlMapping m = YamlReader.read(file, "library/lessons/" + name);
        m.allow("title", "about", "study", "steps");
        return new Lesson(name.substring(0, name.length() - ".yaml".length()), m.text("title"), m.text("about"),
                m.text("study"), m.mappings("steps").stream().map(Lesson::step).toList());
    }

    private static Step step(YamlMapping m) {
        m.allow("text", "look", "slider", "question");
        return new Step(m.text("text"), m.optionalText("look").orElse("course"),
                m.optionalMapping("slider").map(Lesson::slider).stream().toList(),
                m.optionalMapping("question").map(Lesson::question).stream().toList());
    }

    private static Slider slider(YamlMapping m) {
        m.allow("label", "path", "unit", "low", "high", "step");
        return new Slider(m.text("label"), m.text("path"), m.text("unit"), m.number("low"), m.number("high"),
                m.number("step"));
    }

    private static Question question(YamlMapping m) {
        m.allow("text", "choices");
        return new Question(m.text("text"), m.mappings("choices").stream().map(c -> {
            c.allow("text", "right", "reason");
            return new Choice(c.text("text"), c.flag("right", false), c.text("reason"));
        }).toList());
    }
}
