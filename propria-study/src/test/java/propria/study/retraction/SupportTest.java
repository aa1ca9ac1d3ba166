package propria.study.retraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.engine.random.Normal;
import propria.evidence.EvidenceLibrary;
import propria.evidence.ModelEvidence;
import propria.evidence.Source;
import propria.formats.antimony.AntimonyReader;
import propria.model.Description;
import propria.model.Description.Interval;
import propria.model.Parameter;
import propria.model.problem.SourceLocation;
import propria.model.unit.Units;
import propria.study.Toy;
import propria.study.subject.Prior;

/// What a number falls back to, rung by rung.
class SupportTest {

    private static final Interval RANGE = new Interval(0.1, 0.4);
    private static final Prior USUAL = Prior.of("k", 0.2, Optional.of(RANGE), 1);

    @TempDir
    private Path folder = Path.of("");

    private EvidenceLibrary library = EvidenceLibrary.EMPTY;

    @BeforeEach
    void sources() throws IOException {
        for (String key : List.of("first", "second", "third")) {
            Files.writeString(folder.resolve(key + ".yaml"),
                    """
                            source: %s
                            title: A paper
                            citation: Doe 2020
                            kind: experiment
                            mark: seen
                            claims:
                              - {id: rate, statement: a rate, value: 2.8, low: 1.4, high: 5.6, unit: 1/week, place: T, mark: seen}
                              - {id: half, statement: a half-life, value: 7, unit: day, place: T, mark: seen}
                            """
                            .formatted(key));
        }
        library = EvidenceLibrary.read(folder);
    }

    private Source source(String key) {
        return library.source(key).orElseThrow();
    }

    private Support support(String... references) {
        Parameter k = parameter("k", references);
        Parameter guess = parameter("guess");
        ModelEvidence evidence = ModelEvidence.NONE.with(List.of(k, guess), library);
        Prior wide = Prior.of("guess", 0.2, Optional.of(new Interval(0.01, 4)), 1);
        return Supports.of(evidence, Map.of("k", USUAL, "guess", wide),
                new Units(AntimonyReader.read(Toy.study().files().model()).units()), id -> true).all().getFirst();
    }

    private static Parameter parameter(String id, String... references) {
        return new Parameter(id, OptionalDouble.of(0.2), true, Optional.of("per_day"), new Description(Optional.empty(),
                List.of(references), Optional.of(RANGE), List.of(), Optional.empty()), SourceLocation.of("gut.ant"));
    }

    private Prior without(Support support, String... keys) {
        return support.without(List.of(keys).stream().map(this::source).toList()).orElseThrow().prior();
    }

    @Test
    void a_number_stands_while_its_closest_claim_does() {
        Support support = support("second#rate;range", "first#rate;value");
        assertThat(support.rungs().getFirst().citations().getFirst().source().key()).isEqualTo("first");
        assertThat(support.without(List.of(source("second")))).isEmpty();
        assertThat(support.touchedBy(List.of(source("second")))).isTrue();
    }

    @Test
    void a_stated_value_gives_way_to_the_next_stated_value_in_the_units_of_the_number() {
        Prior next = without(support("first#rate;value", "second#rate;value"), "first");
        assertThat(next.value()).isEqualTo(0.4, within(1e-12));
        assertThat(next.at(Normal.Z95)).isEqualTo(0.8, within(1e-9));
        assertThat(next.at(-Normal.Z95)).isEqualTo(0.2, within(1e-9));
    }

    @Test
    void a_half_life_becomes_a_rate_and_keeps_the_width_when_it_states_none() {
        Prior next = without(support("first#rate;value", "second#half;value"), "first");
        assertThat(next.value()).isEqualTo(StrictMath.log(2) / 7, within(1e-9));
        assertThat(next.above()).isEqualTo(USUAL.above());
    }

    @Test
    void a_range_keeps_the_number_and_an_order_of_magnitude_doubles_its_width() {
        assertThat(without(support("first#rate;value", "second#rate;range"), "first")).isEqualTo(USUAL);
        Prior loose = without(support("first#rate;value", "second#rate;magnitude"), "first");
        assertThat(loose.value()).isEqualTo(USUAL.value());
        assertThat(loose.above()).isEqualTo(2 * USUAL.above(), within(1e-12));
    }

    @Test
    void what_is_derived_from_two_claims_falls_with_either() {
        Support support = support("first#rate;derived", "second#rate;derived");
        assertThat(support.rungs()).hasSize(1);
        assertThat(support.without(List.of(source("first"))).orElseThrow().next()).isEmpty();
        assertThat(support.without(List.of(source("second"))).orElseThrow().next()).isEmpty();
    }

    @Test
    void an_orphan_keeps_its_middle_and_gets_the_width_of_what_nobody_has_grounded() {
        Prior orphan = without(support("first#rate;value"), "first");
        assertThat(orphan.value()).isEqualTo(0.2);
        assertThat(orphan.above()).isEqualTo(StrictMath.log(20) / Normal.Z95, within(0.05));
        assertThat(orphan.at(-10)).isPositive();
    }

    @Test
    void a_number_that_was_taken_as_known_gets_a_width_and_a_zero_stays() {
        PriorWidths widths = PriorWidths.of(List.of());
        assertThat(widths.orphan("k", Prior.fixed(3)).at(Normal.Z95)).isEqualTo(9, within(1e-9));
        assertThat(widths.orphan("f_k", Prior.fixed(0.5)).at(Normal.Z95)).isEqualTo(0.75, within(1e-9));
        assertThat(widths.orphan("k", Prior.fixed(0))).isEqualTo(Prior.fixed(0));
    }
}
