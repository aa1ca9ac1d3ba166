package propria.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import propria.evidence.Integrity.Status;
import propria.model.problem.SourceLocation;

/// The rule by which authorities are merged, sentence by sentence.
class MergedIntegrityTest {

    @Test
    void the_most_serious_of_three_authorities_holds_and_each_is_kept() {
        MergedIntegrity merged = merged(said("PubMed", Status.EXPRESSION_OF_CONCERN, "2024-11-15"),
                said("Crossref", Status.OK, ""), said("Retraction Watch", Status.NOT_CHECKED, ""));

        assertThat(merged.status()).isEqualTo(Status.EXPRESSION_OF_CONCERN);
        assertThat(merged.deciding().orElseThrow().authority()).contains("PubMed");
        assertThat(merged.perAuthority()).containsOnlyKeys("PubMed", "Crossref", "Retraction Watch");
        assertThat(merged.notAsked()).containsExactly(Authority.RETRACTION_WATCH);
        assertThat(merged.conflicts()).containsExactly("PubMed says expression of concern, Crossref says ok");
    }

    @Test
    void a_reinstatement_takes_back_what_the_same_authority_said_before_it() {
        assertThat(merged(said("Crossref", Status.RETRACTED, "2019-01-01"),
                said("Crossref", Status.EXPRESSION_OF_CONCERN, ""), said("Crossref", Status.REINSTATED, "2020-01-01"))
                .status()).isEqualTo(Status.REINSTATED);
        assertThat(merged(said("Crossref", Status.REINSTATED, "2020-01-01"),
                said("Crossref", Status.RETRACTED, "2021-01-01")).status()).isEqualTo(Status.RETRACTED);
    }

    @Test
    void a_reinstatement_at_one_authority_leaves_the_retraction_of_another_and_shows_the_conflict() {
        MergedIntegrity merged = merged(said("PubMed", Status.RETRACTED, "2019-01-01"),
                said("Retraction Watch", Status.REINSTATED, "2020-01-01"));

        assertThat(merged.status()).isEqualTo(Status.RETRACTED);
        assertThat(merged.conflicts()).containsExactly("PubMed says retracted, Retraction Watch says reinstated");
    }

    @Test
    void retract_and_replace_is_one_event() {
        assertThat(merged(said("PubMed", Status.RETRACTED, "2020-05-01"),
                said("PubMed", Status.REPLACED, "2020-05-01")).status()).isEqualTo(Status.REPLACED);
    }

    @Test
    void neither_a_correction_nor_a_newer_ok_lifts_a_concern() {
        assertThat(merged(said("PubMed", Status.EXPRESSION_OF_CONCERN, "2020-05-01"),
                said("PubMed", Status.CORRECTED, "2021-05-01"), said("PubMed", Status.OK, "2022-05-01")).status())
                .isEqualTo(Status.EXPRESSION_OF_CONCERN);
    }

    @Test
    void the_spelling_of_an_authority_does_not_make_another_of_it() {
        assertThat(merged(said("retraction-watch", Status.RETRACTED, "2020-01-01"),
                said("RetractionWatch", Status.REINSTATED, "2021-01-01")).perAuthority())
                .containsOnlyKeys("Retraction Watch");
    }

    @Test
    void the_silence_of_retraction_watch_about_a_correction_is_no_conflict() {
        assertThat(merged(said("PubMed", Status.CORRECTED, ""), said("Retraction Watch", Status.OK, "")).conflicts())
                .isEmpty();
        assertThat(merged(said("PubMed", Status.CORRECTED, ""), said("Crossref", Status.OK, "")).conflicts())
                .containsExactly("PubMed says corrected, Crossref says ok");
    }

    @Test
    void dates_of_one_notice_that_lie_far_apart_are_a_conflict_and_some_days_are_not() {
        assertThat(merged(said("PubMed", Status.RETRACTED, "2020-01-01"),
                said("Crossref", Status.RETRACTED, "2020-02-01")).conflicts()).isEmpty();
        assertThat(merged(said("PubMed", Status.RETRACTED, "2020-01-01"),
                said("Crossref", Status.RETRACTED, "2020-02-02")).conflicts())
                .containsExactly("PubMed dates the retracted 1 Jan 2020, Crossref 2 Feb 2020");
    }

    @Test
    void of_equal_records_the_latest_decides_and_one_without_a_date_never_does() {
        assertThat(merged(said("PubMed", Status.CORRECTED, ""), said("PubMed", Status.CORRECTED, "2020-01-01"),
                said("PubMed", Status.CORRECTED, "2019-01-01")).deciding().orElseThrow().date())
                .contains(LocalDate.parse("2020-01-01"));
    }

    @Test
    void nothing_recorded_is_not_checked() {
        assertThat(merged().status()).isEqualTo(Status.NOT_CHECKED);
        assertThat(merged().notAsked()).containsExactly(Authority.values());
    }

    @Property(tries = 200)
    void the_order_of_the_records_does_not_matter(@ForAll("records") List<Integrity> records, @ForAll int seed) {
        List<Integrity> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(MergedIntegrity.of(shuffled).status()).isEqualTo(MergedIntegrity.of(records).status());
    }

    @Property(tries = 200)
    void without_reinstatement_or_replacement_the_most_serious_record_holds(
            @ForAll("records") List<Integrity> records) {
        List<Integrity> plain = records.stream()
                .filter(r -> r.status() != Status.REINSTATED && r.status() != Status.REPLACED).toList();
        assertThat(MergedIntegrity.of(plain).status())
                .isEqualTo(Status.worst(plain.stream().map(Integrity::status).toList()));
    }

    @Provide
    Arbitrary<List<Integrity>> records() {
        Arbitrary<String> date = Arbitraries.of("", "2019-01-01", "2020-01-01", "2021-01-01");
        return Combinators.combine(Arbitraries.of("PubMed", "Crossref", "Retraction Watch", "Publisher"),
                Arbitraries.of(Status.class), date).as(MergedIntegrityTest::said).list().ofMaxSize(6);
    }

    private static MergedIntegrity merged(Integrity... records) {
        return MergedIntegrity.of(Arrays.asList(records));
    }

    private static Integrity said(String authority, Status status, String date) {
        return new Integrity(status, date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date)),
                Optional.empty(), Optional.of(authority), Optional.empty(), SourceLocation.of("x.yaml"));
    }
}
