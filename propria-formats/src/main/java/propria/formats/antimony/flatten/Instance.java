package propria.formats.antimony.flatten;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.SourceFile.Module;
import propria.formats.antimony.tree.Statement;
import propria.formats.antimony.tree.Statement.Instantiation;
import propria.model.problem.Nearest;

/// One use of a model: the main model, or a sub-model under the name that its parent gave it.
final class Instance {

    private static final int MOST = 10_000;

    private final Module module;
    private final String prefix;
    private final int depth;
    private final Map<String, Instance> children = new LinkedHashMap<>();
    private final Map<Statement, Instance> byStatement = new IdentityHashMap<>();

    private final Optional<Use> use;

    private Instance(Module module, String prefix, int depth, Optional<Use> use) {
        this.module = module;
        this.prefix = prefix;
        this.depth = depth;
        this.use = use;
    }

    /// The statement that uses a model, and where it stands.
    record Use(Instance parent, Instantiation statement) {
    }

    /// How this instance came to be; empty for the main model.
    Optional<Use> use() {
        return use;
    }

    Module module() {
        return module;
    }

    /// What stands before the names of this instance: empty for the main model, else `a.b.`.
    String prefix() {
        return prefix;
    }

    /// How far below the main model; a definition from a smaller depth overrides.
    int depth() {
        return depth;
    }

    Optional<Instance> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    Optional<Instance> child(Instantiation statement) {
        return Optional.ofNullable(byStatement.get(statement));
    }

    Map<String, Instance> children() {
        return children;
    }

    /// Lays out the main model with all its sub-models.
    static Instance tree(Program program, Diagnostics problems) {
        return new Builder(program, problems).build(program.main(), "", List.of(), Optional.empty());
    }

    private static final class Builder {

        private final Program program;
        private final Diagnostics problems;
        private int count;

        Builder(Program program, Diagnostics problems) {
            this.program = program;
            this.problems = problems;
        }

        Instance build(Module module, String prefix, List<String> above, Optional<Use> origin) {
            Instance instance = new Instance(module, prefix, above.size(), origin);
            List<String> path = new ArrayList<>(above);
            path.add(module.name());
            int unnamed = 0;
            for (Statement statement : module.statements()) {
                if (statement instanceof Instantiation use) {
                    String name = use.name().isEmpty() ? "_M" + unnamed++ : use.name();
                    add(instance, use, name, path);
                }
            }
            return instance;
        }

        private void add(Instance instance, Instantiation use, String name, List<String> path) {
            Module module = program.modules().get(use.module());
            if (module == null) {
                problems.error("A204", use.place(), "There is no model " + use.module() + ".",
                        "Known models: " + String.join(", ", program.modules().keySet()) + ".",
                        Nearest.of(use.module(), program.modules().keySet()).map(near -> "Did you mean " + near + "?")
                                .orElse("Import the file that defines it."));
            } else if (path.contains(use.module())) {
                problems.error("A206", use.place(), "The model " + use.module() + " contains itself.",
                        String.join(" contains ", path) + " contains " + use.module() + ".", "Remove one of the uses.");
            } else if (++count > MOST) {
                if (count == MOST + 1) {
                    problems.error("A207", use.place(), "The model has too many instances of sub-models.",
                            "At most " + MOST + " are laid out.", "Use fewer instances.");
                }
            } else if (instance.children.containsKey(name)) {
                problems.error("A211", use.place(), "The instance " + name + " is defined twice.", "",
                        "Give each instance a name of its own.");
            } else {
                Instance child = build(module, instance.prefix + name + ".", path,
                        Optional.of(new Use(instance, use)));
                instance.children.put(name, child);
                instance.byStatement.put(use, child);
                checkArguments(use, module);
            }
        }

        private void checkArguments(Instantiation use, Module module) {
            int given = use.arguments().size();
            int wanted = module.parameters().size();
            if (given != 0 && given != wanted) {
                problems.error("A205", use.place(), "The model " + module.name() + " takes " + wanted
                        + " arguments, not " + given + ".",
                        "It is defined at " + module.place() + " with: "
                                + String.join(", ", module.parameters().stream().map(Object::toString).toList()) + ".",
                        "Give all arguments, or none and bind names with 'instance.x is y'.");
            }
        }
    }
}
