package propria.app.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.evidence.EvidenceLibrary;
import propria.evidence.ModelEvidence;
import propria.formats.antimony.AntimonyReader;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Lists what there is.
@CommandLine.Command(name = "list", description = "List what there is.")
public final class ListCommand extends Command {

    private static final List<String> KINDS = List.of("studies", "models", "products", "endpoints", "sources",
            "parameters");

    @Parameters(paramLabel = "KIND", description = "studies, models, products, endpoints, sources or parameters")
    private String kind = "";

    @Option(names = "--model", paramLabel = "MODEL", description = "whose parameters (default: gut)")
    private String model = "gut";

    private final List<Row> rows = new ArrayList<>();

    @Override
    public int run(Terminal terminal) {
        LibraryFolder library = LibraryFolder.find();
        switch (kind) {
            case "studies" -> studies(library);
            case "models" -> models(library);
            case "products" -> named(library, "products", "kind");
            case "endpoints" -> named(library, "observables", "unit");
            case "sources" -> sources(library);
            case "parameters" -> parameters(library);
            default -> throw new ProblemException(Problem.error("U306", "nothing is listed under `" + kind + "`",
                    "kinds: " + String.join(", ", KINDS), Nearest.of(kind, KINDS)
                            .map(near -> "did you mean `" + near + "`?").orElse("name one of them")));
        }
        terminal.put("kind", kind).put("items",
                rows.stream().map(r -> Map.of("id", r.id(), "name", r.name(), "note", r.note())).toList());
        print(terminal);
        return ExitCode.DONE;
    }

    /// One thing that there is.
    private record Row(String id, String name, String note) {
    }

    private void row(String id, String name, String note) {
        rows.add(new Row(id, name, note));
    }

    private void print(Terminal terminal) {
        int width = Math.min(44, rows.stream().mapToInt(r -> r.id().length()).max().orElse(0));
        for (Row row : rows) {
            String space = " ".repeat(Math.max(0, width - row.id().length()));
            terminal.answer(terminal.strong(row.id()) + space + "  " + row.name()
                    + (row.note().isEmpty() ? "" : terminal.faint("  " + row.note())));
        }
        if (rows.isEmpty()) {
            terminal.answer("none");
        }
    }

    private void studies(LibraryFolder library) {
        for (String id : library.studies()) {
            YamlMapping yaml = YamlReader.read(library.study(id));
            row(id, yaml.optionalText("title").orElse(id), yaml.optionalText("mirrors").orElse(""));
        }
    }

    private void models(LibraryFolder library) {
        for (Path file : library.models()) {
            Model read = AntimonyReader.read(file);
            String id = file.getFileName().toString().replaceFirst("\\.ant$", "");
            row(id, read.description().name().orElse(read.id()), Figures.count(read.species().size(), "state") + ", "
                    + Figures.count(read.reactions().size(), "reaction") + ", "
                    + Figures.count(read.parameters().size(), "parameter"));
        }
    }

    private void named(LibraryFolder library, String folder, String note) {
        for (String id : library.ids(folder)) {
            YamlMapping yaml = YamlReader.read(library.path().resolve(folder).resolve(id + ".yaml"));
            row(id, yaml.optionalText("name").orElse(id), yaml.optionalText(note).orElse(""));
        }
    }

    private void sources(LibraryFolder library) {
        EvidenceLibrary.read(library.path().resolve("evidence")).sources()
                .forEach(s -> row(s.key(), s.title(), s.status().plain()));
    }

    private void parameters(LibraryFolder library) {
        Model read = AntimonyReader.read(library.model(model));
        ModelEvidence evidence = ModelEvidence.of(read, EvidenceLibrary.read(library.path().resolve("evidence")));
        for (Parameter p : read.parameters()) {
            evidence.of(p.id()).ifPresent(e -> row(p.id().replace("__", "."),
                    p.description().name().orElse(""), Figures.significant(p.value().orElse(Double.NaN), 4) + " "
                            + p.unit().orElse("") + ", " + e.standing().name().toLowerCase(Locale.ROOT)));
        }
    }
}
