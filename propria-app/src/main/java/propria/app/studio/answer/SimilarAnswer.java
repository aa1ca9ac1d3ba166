package propria.app.studio.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import propria.inference.design.ArmDesign;
import propria.inference.design.RowDesign;
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
        PublishedDesigns published = PublishedDesigns.read(library);
        Map<String, List<RowDesign>> designs = published.byStudy();
        Wanted wanted = Wanted.of(study);
        Map<String, String> citations = published.citations();
        List<Published> found = designs.entrySet().stream().filter(e -> wanted.resembles(e.getValue(), library))
                .map(e -> published(e.getKey(), e.getValue(), wanted, citations))
                .sorted(Comparator.comparing((Published p) -> !p.sameRoute()).thenComparing(Published::id)).toList();
        return new SimilarAnswer(published.all(), found);
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
