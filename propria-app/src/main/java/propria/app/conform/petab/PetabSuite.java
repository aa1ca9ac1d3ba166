package propria.app.conform.petab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import propria.app.conform.Outcome;
import propria.app.conform.Suite;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlNode;
import propria.formats.yaml.YamlReader;

/// All cases below a folder: a problem `NAME.yaml` beside its `NAME_solution.yaml`, and the entries of files that list
/// formulas under `cases`.
public final class PetabSuite implements Suite {

    private static final String SOLUTION = "_solution.yaml";

    private final List<Case> cases = new ArrayList<>();

    /// A case and its name.
    private record Case(String id, Outcome.Comparison comparison) {
    }

    public PetabSuite(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            String id = folder.relativize(file).toString();
            if (name.endsWith(SOLUTION)) {
                Path problem = file.resolveSibling(name.replace(SOLUTION, ".yaml"));
                String parent = id.substring(0, Math.max(0, id.length() - name.length() - 1));
                cases.add(new Case(parent.isEmpty() ? name : parent, () -> new ProblemCase(problem, file).compare()));
            } else if (!files.contains(file.resolveSibling(name.replace(".yaml", SOLUTION)))) {
                addFormulas(file, id);
            }
        }
    }

    private void addFormulas(Path file, String id) {
        YamlMapping yaml = YamlReader.read(file);
        if (!(yaml.node("cases").orElse(yaml) instanceof YamlNode.Sequence)) {
            return;
        }
        List<YamlMapping> formulas = yaml.mappings("cases");
        for (int i = 0; i < formulas.size(); i++) {
            YamlMapping formula = formulas.get(i);
            cases.add(new Case(id + "#" + (i + 1), () -> FormulaCase.of(formula).compare()));
        }
    }

    @Override
    public int size() {
        return cases.size();
    }

    @Override
    public List<Outcome> run(IntConsumer progress) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Case one : cases) {
            outcomes.add(Outcome.of(one.id(), one.comparison()));
            progress.accept(outcomes.size());
        }
        return outcomes;
    }
}
