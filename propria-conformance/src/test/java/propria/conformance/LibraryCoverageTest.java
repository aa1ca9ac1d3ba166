package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.evidence.Citation;
import propria.evidence.Citation.Relation;
import propria.evidence.EvidenceLibrary;
import propria.evidence.ModelEvidence;
import propria.evidence.ParameterEvidence;
import propria.evidence.unit.ClaimUnit;
import propria.model.Description.Interval;
import propria.model.unit.Units;
import propria.study.evidence.Coverage;
import propria.study.library.Library;

/// Every number of the library resolves to a claim or counts as assumed, and links say what they are.
class LibraryCoverageTest {

    private static final Path LIBRARY = Project.ROOT.resolve("library");
    /// The same order of magnitude: at most so many times off.
    private static final double FAR = 5;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_number_resolves_or_counts_as_assumed() {
        List<Coverage> all = Coverage.of(Library.read(LIBRARY));
        assertThat(all).extracting(Coverage::kind).containsExactly("model gut", "products", "populations", "insults",
                "observables", "measurements");
        assertThat(all).allSatisfy(c -> assertThat(c.problems()).as(c.kind()).isEmpty());
        assertThat(all).allSatisfy(c -> assertThat(c.counts().total()).as(c.kind()).isPositive());
    }

    @Test
    void a_planted_orphan_of_each_kind_is_found() throws IOException {
        copy();
        plant("products/infliximab.yaml", "fasanmade-2009#v1", "nobody-1999#v1");
        plant("species/human.yaml", "cochran-2017#pp", "cochran-2017#never-stated");
        plant("observables/DAI.yaml", "sd: 0.35", "sd: 0.35, source: nobody-1999");
        plant("models/gut/matrix.ant", "  k_matrix.confidenceInterval",
                "  k_matrix isDescribedBy \"nobody-1999#k\"\n  k_matrix.confidenceInterval");
        plant("studies/dss-uc-msc/measurements.tsv", "banerjee-2015", "nobody-1999");
        Map<String, List<String>> found = new java.util.TreeMap<>();
        for (Coverage c : Coverage.of(Library.read(folder))) {
            found.put(c.kind(), c.problems().stream().map(p -> p.code()).distinct().toList());
        }
        assertThat(found).containsEntry("products", List.of("E101")).containsEntry("populations", List.of("E102"))
                .containsEntry("observables", List.of("E101")).containsEntry("model gut", List.of("E101"))
                .containsEntry("measurements", List.of("E101")).containsEntry("insults", List.of());
    }

    private void plant(String file, String piece, String by) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(piece);
        Files.writeString(path, text.replace(piece, by));
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(LIBRARY.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    @Test
    void every_link_of_the_gut_says_how_the_number_follows_and_the_numbers_agree() {
        ModelEvidence evidence = ModelEvidence.of(Gut.MODEL, EvidenceLibrary.read(LIBRARY.resolve("evidence")));
        Units units = new Units(Gut.MODEL.units());
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (ParameterEvidence number : evidence.parameters().values()) {
            for (Citation citation : number.citations()) {
                String link = number.parameter().id() + " " + citation.shortForm();
                if (citation.relation() == Relation.UNSTATED) {
                    wrong.add(link + " does not say how it follows");
                }
                OptionalDouble stated = inUnit(number, citation, units);
                if (stated.isPresent()) {
                    compared++;
                    if (!agrees(number, citation, stated.getAsDouble(), units)) {
                        wrong.add(link + " says " + citation.relation().word() + " of " + stated.getAsDouble());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(25);
    }

    private static OptionalDouble inUnit(ParameterEvidence number, Citation citation, Units units) {
        Optional<ClaimUnit> own = number.parameter().unit().flatMap(units::find).map(u -> new ClaimUnit(u, Map.of()));
        Optional<ClaimUnit> theirs = citation.claim().flatMap(c -> c.unit()).flatMap(ClaimUnit::of);
        return own.isEmpty() || theirs.isEmpty() || citation.claim().orElseThrow().value().isEmpty()
                ? OptionalDouble.empty()
                : theirs.get().convert(citation.claim().orElseThrow().value().getAsDouble(), own.get(),
                        citation.claim().orElseThrow().statement());
    }

    private static boolean agrees(ParameterEvidence number, Citation citation, double stated, Units units) {
        double value = number.parameter().value().orElseThrow();
        Interval interval = number.parameter().description().interval().orElse(new Interval(value, value));
        return switch (citation.relation()) {
            case VALUE -> StrictMath.abs(stated - value) <= 0.05 * StrictMath.abs(value);
            case RANGE -> stated >= interval.low() * 0.999 && stated <= interval.high() * 1.001;
            case MAGNITUDE -> stated / value <= FAR && value / stated <= FAR;
            case DERIVED, FITTED, UNSTATED -> true;
        };
    }
}
