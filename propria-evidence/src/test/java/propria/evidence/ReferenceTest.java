package propria.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {

    @ParameterizedTest
    @CsvSource({"https://doi.org/10.1/AbC, doi:10.1/abc", "http://dx.doi.org/10.1/abc/, doi:10.1/abc",
            "urn:miriam:doi:10.1/abc, doi:10.1/abc", "DOI:10.1/abc, doi:10.1/abc", "doi: 10.1/abc, doi:10.1/abc",
            "https://identifiers.org/pubmed/12, pmid:12", "https://identifiers.org/pubmed:12, pmid:12",
            "https://pubmed.ncbi.nlm.nih.gov/12/, pmid:12", "PMID:12, pmid:12",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC7/, pmcid:pmc7", "Lo-2016, lo-2016",
            "http://example.org/A, //example.org/A", "https://example.org/A/, //example.org/A"})
    void a_source_has_one_name_however_it_is_written(String written, String name) {
        assertThat(Reference.of(written)).isEqualTo(new Reference(name, Optional.empty(), Optional.empty()));
    }

    @Property
    void the_case_of_a_doi_and_of_a_claim_makes_no_difference(
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String text) {
        assertThat(Reference.of("https://doi.org/10.1234/" + text.toUpperCase(Locale.ROOT) + "#" + text))
                .isEqualTo(Reference.of("doi:10.1234/" + text.toLowerCase(Locale.ROOT) + "#"
                        + text.toLowerCase(Locale.ROOT)));
    }
}
