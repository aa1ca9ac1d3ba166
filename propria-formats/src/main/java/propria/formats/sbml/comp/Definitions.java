package propria.formats.sbml.comp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import propria.formats.sbml.packages.Packages;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The models that one document knows by name: its own, its definitions and those that it takes from other files.
///
/// Only files in the folder of the first document, or in folders below it, are opened.
final class Definitions {

    private static final int MOST_FILES = 100;

    /// A model and the document that its own references are to be looked up in.
    record Definition(XmlElement model, Definitions document) {
    }

    /// The documents read so far, which all share one folder.
    private static final class Library {
        private final Optional<Path> root;
        private final Map<Path, Definitions> read = new HashMap<>();

        Library(Optional<Path> root) {
            this.root = root;
        }
    }

    private final XmlElement document;
    private final Optional<Path> folder;
    private final Library library;

    /// @param file where the document was read from; empty for a text without a file
    Definitions(XmlElement document, Optional<Path> file) {
        this(document, file.map(f -> f.toAbsolutePath().normalize().getParent()),
                new Library(file.map(f -> f.toAbsolutePath().normalize().getParent())));
    }

    private Definitions(XmlElement document, Optional<Path> folder, Library library) {
        this.document = document;
        this.folder = folder;
        this.library = library;
    }

    /// The model of the document itself.
    Definition main() {
        return new Definition(document.first("model").orElseThrow(() -> new ProblemException(Problem.error("B107",
                document.place(), "the document has no model", "", "add a <model>"))), this);
    }

    /// The model of a name.
    ///
    /// @param user the element that names it
    Definition find(String name, XmlElement user) {
        return find(name, user, 0);
    }

    private Definition find(String name, XmlElement user, int depth) {
        if (depth > MOST_FILES) {
            throw new ProblemException(Problem.error("B132", user.place(), "the definition of " + name
                    + " goes round in a circle", "external definitions refer to one another", "break the circle"));
        }
        for (XmlElement definition : Comp.list(document, "listOfModelDefinitions")) {
            if (definition.attribute("id").filter(name::equals).isPresent()) {
                return new Definition(definition, this);
            }
        }
        for (XmlElement external : Comp.list(document, "listOfExternalModelDefinitions")) {
            if (Comp.attribute(external, "id").filter(name::equals).isPresent()) {
                Definitions other = other(external);
                Optional<String> model = Comp.attribute(external, "modelRef");
                return model.isPresent() ? other.find(model.get(), external, depth + 1) : other.main();
            }
        }
        return document.first("model").filter(model -> model.attribute("id").filter(name::equals).isPresent())
                .map(model -> new Definition(model, this))
                .orElseThrow(() -> Comp.problem(user, "there is no model " + name));
    }

    private Definitions other(XmlElement external) {
        String source = Comp.required(external, "source");
        Path file = resolved(source).orElseThrow(() -> new ProblemException(Problem.error("B130", external.place(),
                "the file " + source + " is not opened",
                "a model takes its parts only from files in its own folder or below",
                "put the file beside the model")));
        Definitions known = library.read.get(file);
        if (known == null) {
            if (library.read.size() >= MOST_FILES) {
                throw new ProblemException(Problem.error("B132", external.place(), "the model needs more than "
                        + MOST_FILES + " files", "", "put its parts into one file"));
            }
            XmlElement root = XmlReader.read(file);
            Packages.check(root);
            known = new Definitions(root, Optional.ofNullable(file.getParent()), library);
            library.read.put(file, known);
        }
        return known;
    }

    private Optional<Path> resolved(String source) {
        if (folder.isEmpty() || library.root.isEmpty() || source.contains(":") || source.startsWith("/")) {
            return Optional.empty();
        }
        Path file = folder.get().resolve(source).normalize();
        return file.startsWith(library.root.get()) && !leadsAway(file, library.root.get())
                ? Optional.of(file)
                : Optional.empty();
    }

    /// Whether a symbolic link leads out of the folder.
    private static boolean leadsAway(Path file, Path root) {
        try {
            return Files.exists(file) && !file.toRealPath().startsWith(root.toRealPath());
        } catch (IOException _) {
            return true;
        }
    }
}
