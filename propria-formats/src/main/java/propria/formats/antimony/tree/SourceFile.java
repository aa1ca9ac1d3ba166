package propria.formats.antimony.tree;

import java.util.List;
import java.util.Optional;
import propria.model.problem.SourceLocation;

/// What one file holds, in the order of its text.
///
/// @param name the file name as shown in messages
/// @param loose statements outside any model, units included
/// @param comments all comments, wherever they stand
public record SourceFile(String name, List<Import> imports, List<Module> modules, List<Function> functions,
        List<Statement> loose, List<Comment> comments) {
    public SourceFile {
        imports = List.copyOf(imports);
        modules = List.copyOf(modules);
        functions = List.copyOf(functions);
        loose = List.copyOf(loose);
        comments = List.copyOf(comments);
    }

    /// Another file whose models can be used.
    public record Import(String file, SourceLocation place) {
    }

    /// `model name(parameters) … end`.
    ///
    /// @param main whether a star marks it as the model of its file
    /// @param title the text after the name, if any
    public record Module(String name, Optional<String> title, List<Path> parameters, boolean main,
            List<Statement> statements, SourceLocation place) {
        public Module {
            parameters = List.copyOf(parameters);
            statements = List.copyOf(statements);
        }
    }

    /// `function name(parameters) body end`.
    public record Function(String name, Optional<String> title, List<Path> parameters, Formula body,
            SourceLocation place) {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }
}
