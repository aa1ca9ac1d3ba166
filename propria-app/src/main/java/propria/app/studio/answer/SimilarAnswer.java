package propria.app.studio.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import propria.app.report.data.CsvTable;
import propria.inference.design.ArmDesign;
import propria.inference.design.DesignReader;
import propria.inference.design.Refusal;
import propria.inference.design.RowDesign;
import propria.inference.table.EvidenceRow;
import propria.inference.table.EvidenceTable;
import propria.inference.vocabulary.Vocabulary;
import propria.study.Product;
import propria.study.Study;
import propria.study.library.Library;

/// Published studies that resemble one that is planned: ill in the same way, and given the same kind of product.
///
/// @param all how many studies the table of evidence has
/// @param studies those that resemble it, the nearest first
public record SimilarAnswer(int all, List<Published> studies) {

    public SimilarAnswer {
        studies = List.copyOf(studies);
    }

    /// A published study.
    ///
    /// @param standing what its table says of its integrity
    /// @param flagged whether a concern or a retraction is known
    /// @param sameRoute whether its product was given by a route of the planned study
    /// @param lower how many of its reported directions are lower than the comparator
    /// @param equal how many found no difference
    /// @param higher how many are higher
    public record Published(String id, String citation, String standing, boolean flagged, boolean sameRoute, int lower,
            int equal, int higher) {
    }

    /// Looks through the table of preclinical evidence of a library; empty where it has none.
    public static SimilarAnswer of(Study study, Library library) {
        Path folder = library.root().resolve("calibration");
        if (!Files.isRegularFile(folder.resolve("evidence").resolve("observations.csv"))) {
            return new SimilarAnswer(0, List.of());
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
        Wanted wanted = Wanted.of(study);
        Map<String, String> citations = citations(folder);
        List<Published> found = designs.entrySet().stream().filter(e -> wanted.resembles(e.getValue(), library))
                .map(e -> published(e.getKey(), e.getValue(), wanted, citations))
                .sorted(Comparator.comparing((Published p) -> !p.sameRoute()).thenComparing(Published::id)).toList();
        return new SimilarAnswer(table.studies().size(), found);
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

    private static Published published(String id, List<RowDesign> rows, Wanted wanted, Map<String, String> citations) {
        String standing = rows.getFirst().row().standing();
        boolean route = dosings(rows).stream().anyMatch(d -> wanted.routes.contains(d.route()));
        String words = standing.toLowerCase(Locale.ROOT);
        return new Published(id, citations.getOrDefault(id, id), standing,
                words.contains("concern") || words.contains("retracted"), route, directions(rows, -1),
                directions(rows, 0), directions(rows, 1));
    }

    private static int directions(List<RowDesign> rows, int direction) {
        return (int) rows.stream().map(RowDesign::row)
                .filter(r -> r.isDirection() && r.mean().orElse(Double.NaN) == direction).count();
    }

    private static List<ArmDesign.Dosing> dosings(List<RowDesign> rows) {
        return rows.stream().flatMap(r -> r.contrasts().stream()).flatMap(c -> c.arm().dosing().stream()).toList();
    }

    /// What a planned study is like.
    private record Wanted(Set<String> insults, Set<Product.Kind> kinds, Set<String> routes) {

        static Wanted of(Study study) {
            Set<String> insults = study.phases().stream().flatMap(p -> p.exposures().stream())
                    .map(e -> e.insult().id()).collect(Collectors.toSet());
            var regimens = study.arms().stream().flatMap(a -> a.regimens().stream()).toList();
            return new Wanted(insults, regimens.stream().map(r -> r.product().kind()).collect(Collectors.toSet()),
                    regimens.stream().map(r -> r.route().id()).collect(Collectors.toSet()));
        }

        boolean resembles(List<RowDesign> rows, Library library) {
            boolean ill = rows.stream().flatMap(r -> r.contrasts().stream())
                    .flatMap(c -> c.arm().exposures().stream()).anyMatch(e -> insults.contains(e.insult()));
            return ill && dosings(rows).stream().map(d -> library.products().get(d.product()))
                    .anyMatch(p -> p != null && kinds.contains(p.kind()));
        }
    }
}
