package propria.evidence.importer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a &amp; b|a & b", "&eacute;&#233;&#xE9;|ééé", "IFN-&gamma;|IFN-γ",
            "a&nbsp;&ndash; b|a – b", "&amp;lt;b&amp;gt;|<b>", "p &lt; 0.05 and q &gt; 1|p < 0.05 and q > 1",
            "CD4<sup>+</sup>|CD4+", "<i>in vivo</i>|in vivo", "a < b and c > d|a < b and c > d",
            "AT&T; &nosuch;|AT&T; &nosuch;",
            "&Yacute;&yuml;&szlig;|Ýÿß", "<jats:italic>x</jats:italic>|x", "&#99999999;|&#99999999;"})
    void entities_and_tags_become_text(String html, String text) {
        assertThat(HtmlText.plain(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"M{\\\"u}ller|Müller", "M\\\"{u}ller|Müller", "M\\\"uller|Müller",
            "{\\'E}tude|Étude",
            "Fran\\c{c}ois|François", "\\v{S}ime|Šime", "\\O rsted|Ørsted", "Stra{\\ss}e|Straße",
            "pages 1--5|pages 1–5",
            "$\\alpha$-SMA|α-SMA", "50\\% \\& more|50% & more", "{T}he {MSC}|The MSC", "Nu\\~nez|Nuñez", "\\'{\\i}|í"})
    void latex_becomes_text(String latex, String text) {
        assertThat(LatexText.plain(latex)).isEqualTo(text);
    }

    @Test
    void only_whole_dates_are_dates() {
        assertThat(Dates.find("J Invent. 2024 Nov 15;29(1):549")).contains(LocalDate.of(2024, 11, 15));
        assertThat(Dates.find("2024-11-15T00:00")).contains(LocalDate.of(2024, 11, 15));
        assertThat(Dates.find("J Invent. 2024 Nov;29(1):549")).isEmpty();
        assertThat(Dates.find("2024 Feb 30")).isEmpty();
        assertThat(Dates.find("2024 Apples 3")).isEmpty();
        assertThat(Dates.american("11/15/2024 0:00")).contains(LocalDate.of(2024, 11, 15));
        assertThat(Dates.american("15/11/2024")).isEmpty();
        assertThat(Dates.of("2024", "nov", "5")).contains(LocalDate.of(2024, 11, 5));
        assertThat(Dates.year("Doe J. Nowhere 2021;5:1800-1900")).hasValue(2021);
    }
}
