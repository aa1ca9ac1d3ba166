package propria.formats.petab.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import propria.formats.antimony.AntimonyReader;
import propria.formats.petab.table.TsvRow;
import propria.formats.petab.table.TsvTable;
import propria.formats.sbml.SbmlReader;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlNode;
import propria.model.Model;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// The files that a problem file names, all in its folder or below.
///
/// @param folder of the problem file
/// @param shownFolder the folder as messages show it; empty for the current one
record ProblemFiles(Path folder, String shownFolder) {

    /// The path of a name.
    ///
    /// @throws ProblemException P121 where it leads out of the folder or to an address
    Path path(String name, SourceLocation place) {
        Path path = folder.resolve(name).normalize();
        if (name.contains("://") || !path.toAbsolutePath().startsWith(folder.toAbsolutePath().normalize())) {
            throw new ProblemException(
                    Problem.error("P121", place, "`" + name + "` is not in the folder of the problem",
                            "files are read from that folder and those below it; nothing is downloaded",
                            "put the file beside the problem file"));
        }
        return path;
    }

    String shown(String name) {
        return shownFolder.isEmpty() ? name : shownFolder + "/" + name;
    }

    /// The tables of a key: a name or a list of names.
    List<TsvTable> tables(YamlMapping mapping, String key, String... columns) {
        List<TsvTable> tables = new ArrayList<>();
        Optional<YamlNode> node = mapping.node(key);
        if (node.isPresent() && node.get() instanceof YamlNode.Text single) {
            tables.add(table(single, columns));
        } else {
            mapping.textNodes(key).forEach(name -> tables.add(table(name, columns)));
        }
        return tables;
    }

    private TsvTable table(YamlNode.Text name, String... columns) {
        TsvTable table = TsvTable.read(path(name.value(), name.place()), shown(name.value()));
        table.require(columns);
        return table;
    }

    Model model(String name, String language, SourceLocation place) {
        Path path = path(name, place);
        return switch (language) {
            case "sbml" -> SbmlReader.read(path);
            case "antimony" -> AntimonyReader.read(path);
            default -> throw new ProblemException(Problem.error("P122", place, "the language " + language
                    + " of the model is not read", "", "convert the model to SBML"));
        };
    }

    /// Turns all rows of tables into records, and gathers what is wrong with them.
    static <T> List<T> all(List<TsvTable> tables, Function<TsvRow, T> reading) {
        List<T> records = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (TsvTable table : tables) {
            for (TsvRow row : table.rows()) {
                try {
                    records.add(reading.apply(row));
                } catch (ProblemException e) {
                    problems.addAll(e.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return records;
    }
}
