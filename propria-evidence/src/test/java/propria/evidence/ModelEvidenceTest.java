package propria.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static propria.evidence.Sources.model;
import static propria.evidence.Sources.number;
import static propria.evidence.Sources.source;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import propria.evidence.Integrity.Status;
import propria.model.Rule;
import propria.model.expression.Expression;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

class ModelEvidenceTest {

    private static final SourceLocation HERE = new SourceLocation("gut.ant", 7, 3);

    private final EvidenceLibrary library = EvidenceLibrary.of(List.of(source("sound-2020", Mark.SEEN, Status.OK),
            source("guess", Mark.UNVERIFIED), source("corrected-2019", Mark.SEEN, Status.CORRECTED),
            source("doubted-2021", Mark.SEEN, Status.OK, Status.EXPRESSION_OF_CONCERN, Status.NOT_CHECKED),
            source("retracted-2018", Mark.SEEN, Status.RETRACTED)));

    @Test
    void a_number_read_in_a_sound_source_is_sourced() {
        assertThat(standing("sound-2020#half-life")).isEqualTo(Standing.SOURCED);
        assertThat(standing("https://doi.org/10.1234/SOUND-2020#HALF-LIFE")).isEqualTo(Standing.SOURCED);
        assertThat(standing("corrected-2019")).isEqualTo(Standing.SOURCED);
    }

    @Test
    void a_number_without_a_source_or_with_an_unread_one_is_assumed() {
        assertThat(standing()).isEqualTo(Standing.ASSUMED);
        assertThat(standing("guess#half-life")).isEqualTo(Standing.ASSUMED);
    }

    @Test
    void one_doubtful_source_flags_a_number_whatever_else_it_cites() {
        assertThat(standing("sound-2020", "doubted-2021#half-life")).isEqualTo(Standing.FLAGGED);
        assertThat(standing("retracted-2018")).isEqualTo(Standing.FLAGGED);
    }

    @Test
    void the_most_serious_authority_wins_and_silence_says_nothing() {
        assertThat(library.source("doubted-2021").orElseThrow().status()).isEqualTo(Status.EXPRESSION_OF_CONCERN);
        assertThat(source("x", Mark.SEEN, Status.NOT_CHECKED, Status.OK).status()).isEqualTo(Status.OK);
        assertThat(source("x", Mark.SEEN).status()).isEqualTo(Status.NOT_CHECKED);
        assertThat(source("x", Mark.SEEN, Status.RETRACTED, Status.EXPRESSION_OF_CONCERN).status())
                .isEqualTo(Status.RETRACTED);
    }

    @Test
    void an_unknown_source_is_an_error_at_its_place_with_the_nearest_key() {
        assertThat(of("sond-2020#half-life").problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("E101");
            assertThat(p.place()).contains(HERE);
            assertThat(p.fix()).contains("`sound-2020`");
        });
    }

    @Test
    void an_unknown_doi_is_answered_with_the_source_of_the_nearest_doi() {
        assertThat(of("https://doi.org/10.1234/doubted-2012").problems()).singleElement()
                .satisfies(p -> assertThat(p.fix()).contains("`doubted-2021`, doi:10.1234/doubted-2021"));
        assertThat(of("https://example.org/elsewhere").problems()).singleElement()
                .satisfies(p -> assertThat(p.fix()).contains("add a file"));
    }

    @Test
    void an_unknown_claim_of_a_known_source_is_answered_with_the_nearest_claim() {
        ModelEvidence evidence = of("sound-2020#halflife");

        assertThat(evidence.problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("E102");
            assertThat(p.fix()).contains("`#half-life`");
        });
        assertThat(evidence.of("k").orElseThrow().standing()).isEqualTo(Standing.ASSUMED);
        assertThat(evidence.of("k").orElseThrow().unknown()).containsExactly("sound-2020#halflife");
    }

    @Test
    void a_reference_of_library_data_is_cited_or_refused_at_its_place() {
        assertThat(library.cite("sound-2020#half-life", HERE).claim()).isPresent();
        Problem problem = catchThrowableOfType(ProblemException.class, () -> library.cite("nobody", HERE)).problems()
                .getFirst();
        assertThat(problem.place()).contains(HERE);
        assertThat(problem.code()).isEqualTo("E101");
    }

    @Test
    void numbers_are_counted_by_what_they_stand_on_and_computed_ones_are_not_numbers() {
        Rule rule = new Rule.Assignment("score", new Expression.Constant(2), HERE);
        ModelEvidence evidence = ModelEvidence.of(model(List.of(number("a", "sound-2020"), number("b"),
                number("c", "guess#half-life"), number("d", "sound-2020", "doubted-2021"), number("score")), rule),
                library);

        assertThat(evidence.counts()).isEqualTo(new ModelEvidence.Counts(1, 2, 1, 1));
        assertThat(evidence.counts().line()).isEqualTo("4 numbers: 1 sourced, 2 assumed, 1 flagged");
        assertThat(evidence.of("score")).isEqualTo(Optional.empty());
        assertThat(evidence.usedBy()).containsEntry("sound-2020", 2).containsEntry("doubted-2021", 1)
                .containsEntry("guess", 1).hasSize(3);
        assertThat(evidence.sources()).extracting(Source::key).containsExactly("sound-2020", "guess", "doubted-2021");
    }

    private ModelEvidence of(String... references) {
        return ModelEvidence.of(model(List.of(number("k", references))), library);
    }

    private Standing standing(String... references) {
        return of(references).of("k").orElseThrow().standing();
    }
}
