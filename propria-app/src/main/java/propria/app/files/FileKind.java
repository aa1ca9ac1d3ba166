package propria.app.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a file is, by the end of its name.
public enum FileKind {
    /// A model as Antimony text.
    ANTIMONY("Antimony", List.of(".ant", ".antimony")),
    /// A model as SBML.
    SBML("SBML", List.of(".xml", ".sbml")),
    /// An experiment as SED-ML.
    SEDML("SED-ML", List.of(".sedml")),
    /// An archive of models and experiments.
    OMEX("COMBINE archive", List.of(".omex", ".sedx"));

    private final String title;
    private final List<String> ends;

    FileKind(String title, List<String> ends) {
        this.title = title;
        this.ends = ends;
    }

    /// The kind of a file; empty for other names.
    public static Optional<FileKind> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.ends.stream().anyMatch(name::endsWith)).findFirst();
    }

    /// The name that people know.
    public String title() {
        return title;
    }

    /// Whether it holds one model and nothing else.
    public boolean isModel() {
        return this == ANTIMONY || this == SBML;
    }
}
