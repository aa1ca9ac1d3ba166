package propria.app.studio.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.app.report.data.CsvTable;
import propria.inference.design.DesignReader;
import propria.inference.design.Refusal;
import propria.inference.design.RowDesign;
import propria.inference.table.EvidenceRow;
import propria.inference.table.EvidenceTable;
import propria.inference.vocabulary.Vocabulary;
import propria.study.Product;
import propria.study.library.Library;

/// The designs of the studies in the table of preclinical evidence of a library.
///
/// @param all how many studies the table has
/// @param byStudy rows that the model can follow, by study
/// @param citations by study
public record PublishedDesigns(int all, Map<String, List<RowDesign>> byStudy, Map<String, String> citations) {

    public PublishedDesigns {
        byStudy = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byStudy));
        citations = Map.copyOf(citations);
    }

    /// A dose of the table of evidence.
    public record PublishedDose(String study, String product, Product.Kind kind, double amount, String unit) {
    }

    /// Reads them; empty where the library has no table.
    public static PublishedDesigns read(Library library) {
        Path folder = library.root().resolve("calibration");
        if (!Files.isRegularFile(folder.resolve("evidence").resolve("observations.csv"))) {
            return new PublishedDesigns(0, Map.of(), Map.of());
        }
        EvidenceTable table = EvidenceTable.preclinical(folder.resolve("evidence"));
        DesignReader reader = new DesignReader(Vocabulary.read(folder.resolve("vocabulary.yaml")), library);
        Map<String, List<RowDesign>> designs = new LinkedHashMap<>();
        for (EvidenceRow row : table.rows()) {
            try {
                designs.computeIfAbsent(row.study(), _ -> new ArrayList<>()).add(reader.read(row, table));
            } catch (Refusal _) {
                // A row that the model cannot follow says nothing about likeness; the study keeps its other rows.
            }
        }
        return new PublishedDesigns(table.studies().size(), designs, citations(folder));
    }

    /// Every dose that was given, once a study.
    public List<PublishedDose> doses(Library library) {
        List<PublishedDose> doses = new ArrayList<>();
        byStudy.forEach((study, rows) -> rows.stream().flatMap(r -> r.contrasts().stream())
                .flatMap(c -> c.arm().dosing().stream())
                .flatMap(d -> Optional.ofNullable(library.products().get(d.product()))
                        .map(p -> new PublishedDose(study, p.name(), p.kind(), d.amount(), d.unit())).stream())
                .distinct().forEach(doses::add));
        return doses;
    }

    private static Map<String, String> citations(Path folder) {
        Map<String, String> citations = new LinkedHashMap<>();
        try {
            CsvTable.readIfPresent(folder.resolve("evidence").resolve("studies.csv")).rows()
                    .forEach(row -> citations.put(row.text("id"), row.text("citation")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return citations;
    }
}
