package propria.formats.antimony.flatten;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import propria.formats.antimony.syntax.Parser;
import propria.formats.antimony.tree.Comment;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.SourceFile;
import propria.formats.antimony.tree.SourceFile.Function;
import propria.formats.antimony.tree.SourceFile.Import;
import propria.formats.antimony.tree.SourceFile.Module;
import propria.formats.antimony.tree.Statement;
import propria.formats.antimony.tree.Statement.UnitStatement;
import propria.model.problem.SourceLocation;

/// Reads a file and all that it imports, and chooses the main model: the one with a star; else the statements outside
/// models; else the last model of the file.
public final class Loader {

    private static final long LARGEST = 5_000_000;

    private final Diagnostics problems;
    private final Map<String, Module> modules = new LinkedHashMap<>();
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final List<UnitStatement> units = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Path> open = new ArrayList<>();
    private final Set<Path> done = new HashSet<>();

    /// @param problems where errors go
    public Loader(Diagnostics problems) {
        this.problems = problems;
    }

    /// A file and its imports.
    public Program file(Path file) {
        Optional<SourceFile> source = load(file, SourceLocation.of(file.toString()));
        problems.stopOnErrors();
        return program(source.orElseThrow());
    }

    /// A text; what it imports is looked for beside `name`.
    public Program text(String text, String name) {
        Path path = Path.of(name);
        open.add(path.toAbsolutePath().normalize());
        SourceFile source = Parser.parse(text, name, problems);
        add(source, path);
        problems.stopOnErrors();
        return program(source);
    }

    private Optional<SourceFile> load(Path file, SourceLocation asked) {
        Path key = file.toAbsolutePath().normalize();
        if (open.contains(key)) {
            problems.error("A107", asked, "These files import each other.", chain(key),
                    "Move what both need into a third file.");
            return Optional.empty();
        }
        if (!done.add(key)) {
            return Optional.empty();
        }
        Optional<String> text = content(file, asked);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        open.add(key);
        SourceFile source = Parser.parse(text.get(), file.toString(), problems);
        add(source, file);
        open.removeLast();
        return Optional.of(source);
    }

    private String chain(Path key) {
        StringBuilder chain = new StringBuilder();
        open.forEach(file -> chain.append(file.getFileName()).append(" imports "));
        return chain.append(key.getFileName()).toString();
    }

    private Optional<String> content(Path file, SourceLocation asked) {
        try {
            if (Files.size(file) > LARGEST) {
                problems.error("A105", asked, "The file " + file + " is too large.",
                        "It has " + Files.size(file) + " bytes; at most " + LARGEST + " are read.",
                        "Split it into files that import each other, or read it as SBML.");
                return Optional.empty();
            }
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (MalformedInputException e) {
            problems.error("A106", asked, "The file " + file + " is not a UTF-8 text.", "", "Save it as UTF-8.");
        } catch (IOException e) {
            problems.error("A106", asked, "The file " + file + " cannot be read.",
                    Files.exists(file) ? "It exists, but opening it failed." : "There is no such file.",
                    "Imports are looked for beside the file that imports them.");
        }
        return Optional.empty();
    }

    private void add(SourceFile source, Path file) {
        for (Import wanted : source.imports()) {
            beside(file, wanted).flatMap(found -> load(found, wanted.place())).ifPresent(imported -> {
                Optional<Statement> bare = imported.loose().stream()
                        .filter(statement -> !(statement instanceof UnitStatement)).findFirst();
                bare.ifPresent(statement -> problems.error("A208", statement.place(),
                        "This statement of an imported file stands outside any model.",
                        "The file is imported at " + wanted.place() + "; only its models, functions and units count.",
                        "Put it into model … end."));
            });
        }
        for (Module module : source.modules()) {
            Module earlier = modules.putIfAbsent(module.name(), module);
            if (earlier != null) {
                twice("model " + module.name(), module.place(), earlier.place());
            }
            units(module.statements());
        }
        for (Function function : source.functions()) {
            Function earlier = functions.putIfAbsent(function.name(), function);
            if (earlier != null) {
                twice("function " + function.name(), function.place(), earlier.place());
            }
        }
        units(source.loose());
        comments.addAll(source.comments());
    }

    /// The place of an imported file; empty, with an error noted, where no file can have such a name.
    private Optional<Path> beside(Path file, Import wanted) {
        try {
            return Optional.of(file.resolveSibling(wanted.file()));
        } catch (InvalidPathException e) {
            problems.error("A106", wanted.place(), "This cannot be the name of a file.", String.valueOf(e.getReason()),
                    "Write the name of a file that stands beside this one.");
            return Optional.empty();
        }
    }

    private void twice(String what, SourceLocation place, SourceLocation earlier) {
        problems.error("A203", place, "The " + what + " is defined twice.", "The first definition is at " + earlier
                + ".", "Rename or remove one of them.");
    }

    private void units(List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement instanceof UnitStatement unit) {
                units.add(unit);
            }
        }
    }

    private Program program(SourceFile source) {
        return new Program(modules, functions, units, mainModule(source), comments);
    }

    private Module mainModule(SourceFile source) {
        List<Module> starred = source.modules().stream().filter(Module::main).toList();
        if (starred.size() > 1) {
            problems.error("A202", starred.get(1).place(), "Two models of this file have a star.",
                    "The first is " + starred.getFirst().name() + " at " + starred.getFirst().place() + ".",
                    "Leave the star with the one to simulate.");
        }
        List<Statement> bare = source.loose().stream()
                .filter(s -> !(s instanceof UnitStatement) && !aboutFunction(s)).toList();
        if (!starred.isEmpty() && !bare.isEmpty()) {
            problems.error("A113", bare.getFirst().place(), "This statement stands outside the model.",
                    "The model " + starred.getFirst().name() + " is the main one; this would be left out.",
                    "Move it into a model.");
        }
        problems.stopOnErrors();
        if (!starred.isEmpty()) {
            Module main = starred.getFirst();
            return new Module(main.name(), main.title(), main.parameters(), true,
                    Stream.concat(main.statements().stream(), source.loose().stream().filter(this::aboutFunction))
                            .toList(),
                    main.place());
        }
        if (!bare.isEmpty() || source.modules().isEmpty() && !source.loose().isEmpty()) {
            return new Module(stem(source.name()), Optional.empty(), List.of(), true, source.loose(),
                    source.loose().getFirst().place());
        }
        if (source.modules().isEmpty()) {
            problems.error("A201", SourceLocation.of(source.name()), "This file holds no model.", "",
                    "Write model name() … end.");
            problems.stopOnErrors();
        }
        return source.modules().getLast();
    }

    /// `name is "…"` or `name.sboTerm = 29` behind the function `name`.
    private boolean aboutFunction(Statement statement) {
        return switch (statement) {
            case Statement.Annotation annotation ->
                annotation.symbol().isLocal() && functions.containsKey(annotation.symbol().last());
            case Statement.Assignment attribute -> attribute.symbol().parts().size() == 2
                    && functions.containsKey(attribute.symbol().owner().last());
            default -> false;
        };
    }

    private static String stem(String file) {
        Path name = Path.of(file).getFileName();
        String stem = name.toString().replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9_]", "_");
        return stem.isEmpty() || Character.isDigit(stem.charAt(0)) ? "_" + stem : stem;
    }
}
