package propria.evidence.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static propria.evidence.Sources.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Integrity.Status;
import propria.evidence.Mark;
import propria.evidence.proposal.Finding.Verdict;
import propria.model.Description;
import propria.model.Description.Interval;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.model.unit.UnitDefinition;
import propria.model.unit.UnitDefinition.Factor;

/// What the checks say about proposed claims, against a source that states a half-life of 3 days and a model whose `k`
/// is 0.2 a second, 0.1 to 0.4.
class ProposalChecksTest {

    private static final EvidenceLibrary LIBRARY = EvidenceLibrary
            .of(List.of(source("sound-2020", Mark.SEEN, Status.OK),
                    source("doubted-2021", Mark.SEEN, Status.EXPRESSION_OF_CONCERN),
                    source("retracted-2018", Mark.SEEN, Status.RETRACTED), source("unasked-2019", Mark.SEEN)));
    private static final String HEADER = String.join("\t", Proposal.COLUMNS) + "\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "sound-2020|half-life-2|Half-life of it|2|day|-|-|-|well|range|1.5 times below|-",
            "sound-2020|half-life-2|Half-life|72|h|-|-|-|well|range|within; 3 known: 72 to 72 h|-",
            "sound-2020|half-life-2|Half-life|30|day|-|-|-|look|range|10 times above|-",
            "sound-2020|half-life-2|Half-life|3000|day|-|-|-|refuse|range|is the unit right?|-",
            "sound-2020|half-life-2|Half-life|-3|day|-|-|-|refuse|range|not above zero|-",
            "sound-2020|half-life|Half-life|2|day|-|-|-|refuse|form|already|-",
            "sound-2020|Half life|Half-life|2|day|-|-|-|refuse|form|cannot be the id|-",
            "nobody-2020|x|Half-life|2|day|-|-|-|refuse|form|no source|-",
            "sound-2020|x|Rate|2||-|-|-|refuse|unit|without a unit|-",
            "sound-2020|x|Rate|2|furlongs or so per fortnight|-|-|-|look|unit|not read as a unit|-",
            "sound-2020|x|Rate|0.3|1/s|-|-|-|well|range|within|k",
            "sound-2020|x|Rate|20|day|-|-|-|refuse|unit|does not measure|k",
            "sound-2020|x|Rate|20|1/s|-|-|-|refuse|unit|no number|kk",
            "sound-2020|x|Half-life|4|s|-|-|-|well|range|within|k",
            "sound-2020|x|Score|10|score|2|SD|8|well|spread||-",
            "sound-2020|x|Score|10|score|0.2|SD|9|look|spread|as SEM it would be 6|-",
            "sound-2020|x|Score|10|score|1|SEM|9|well|spread|SD 3|-",
            "sound-2020|x|Score|10|score|1|SEM|-|look|spread|without n|-",
            "sound-2020|x|Score|10|score|0.2|-|9|look|spread|SEM is the more likely|-",
            "sound-2020|x|Score|10|score|-1|SD|9|refuse|spread|below zero|-",
            "doubted-2021|x|Score|10|score|-|-|-|look|integrity|expression of concern|-",
            "retracted-2018|x|Score|10|score|-|-|-|refuse|integrity|retracted|-",
            "unasked-2019|x|Score|10|score|-|-|-|look|integrity|no authority was asked|-"})
    void a_check_finds(String source, String claim, String statement, String value, String unit, String spread,
            String kind,
            String n, String verdict, String check, String text, String grounds) throws IOException {
        Map<String, Finding> findings = checks()
                .of(proposal(source, claim, statement, value, "", "", or(unit), or(spread),
                        or(kind), or(n), or(grounds), "", "Table 1", "A. Reader", ""));

        assertThat(Objects.requireNonNull(findings.get(check)).verdict()).as(findings.toString())
                .isEqualTo(Verdict.valueOf(verdict.toUpperCase()));
        assertThat(Objects.requireNonNull(findings.get(check)).text()).contains(or(text));
    }

    @Test
    void a_proposal_without_place_or_name_is_looked_at_and_disordered_ends_are_refused() throws IOException {
        assertThat(form(proposal("sound-2020", "x", "S", "1", "", "", "score", "", "", "", "", "", "", "", "")).text())
                .contains("where in the source").contains("nobody is named");
        assertThat(form(proposal("sound-2020", "x", "S", "1", "2", "3", "score", "", "", "", "", "", "p", "me", ""))
                .verdict())
                .isEqualTo(Verdict.REFUSE);
    }

    private Finding form(Proposal proposal) throws IOException {
        return Objects.requireNonNull(checks().of(proposal).get("form"));
    }

    @Test
    void a_queue_keeps_decisions_and_takes_each_proposal_once() throws IOException {
        Path file = folder.resolve("queue.tsv");
        Proposal proposal = proposal("sound-2020", "x", "A \"quoted\" statement", "1", "", "", "score", "", "", "", "",
                "",
                "Table 1", "A. Reader", "");
        ReviewQueue queue = ReviewQueue.read(file);
        assertThat(queue.add(proposal, checks().of(proposal))).isTrue();
        queue.write(file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst().split("\t")).containsExactlyElementsOf(ReviewQueue.columns());
        Files.writeString(file, lines.getFirst() + "\n"
                + lines.get(1).replaceFirst("\t\t\t$", "\taccepted\tA. Judge\t2026-01-31") + "\n");

        ReviewQueue again = ReviewQueue.read(file);
        assertThat(again.add(proposal, checks().of(proposal))).isFalse();
        again.write(file);

        assertThat(again.added()).isZero();
        assertThat(Files.readString(file)).contains("accepted\tA. Judge\t2026-01-31")
                .contains("A \"quoted\" statement");
    }

    @Test
    void columns_and_cells_that_cannot_be_are_told_all_at_once() throws IOException {
        Path file = folder.resolve("p.tsv");
        Files.writeString(file, "source\tclaim\tstatment\n");
        assertThat(problems(file)).extracting(Problem::code).containsExactly("E301", "E301");
        assertThat(problems(file).getFirst().fix()).contains("`statement`");

        Files.writeString(file,
                HEADER + "a\tb\tc\tmany\t\t\tday\t\tSDs\t0\t\t\t\t\t\n\td\te\t1e999\t\t\t\t\t\t\t\t\t\t\t\n");
        assertThat(problems(file)).extracting(p -> p.code() + " " + p.place().orElseThrow().line())
                .containsExactly("E302 2", "E302 2", "E302 2", "E302 3", "E302 3");
    }

    private static List<Problem> problems(Path file) {
        return catchThrowableOfType(ProblemException.class, () -> ProposalTable.read(file)).problems();
    }

    private static String or(String cell) {
        return cell == null ? "" : cell;
    }

    private Proposal proposal(String... cells) throws IOException {
        Path file = folder.resolve("one.tsv");
        Files.writeString(file, HEADER + String.join("\t", List.of(cells).stream()
                .map(c -> c.contains("\"") ? '"' + c.replace("\"", "\"\"") + '"' : c).toList()) + "\n");
        return ProposalTable.read(file).getFirst();
    }

    private static ProposalChecks checks() {
        Parameter k = new Parameter("k", OptionalDouble.of(0.2), true, Optional.of("per_second"), new Description(
                Optional.empty(), List.of("sound-2020"), Optional.of(new Interval(0.1, 0.4)), List.of(),
                Optional.empty()),
                SourceLocation.of("m.ant"));
        UnitDefinition perSecond = new UnitDefinition("per_second", List.of(new Factor("second", -1, 0, 1)),
                SourceLocation.of("m.ant"));
        return new ProposalChecks(LIBRARY, new Model("m", Description.NONE, List.of(perSecond), Map.of(), List.of(),
                List.of(), List.of(k), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                Optional.empty()));
    }

    @Test
    void a_table_of_quantities_is_read_with_the_identifier_within_its_citation() throws IOException {
        Path file = folder.resolve("quantities.csv");
        Files.writeString(file, """
                quantity,symbol,value,low,high,unit,species,source,provenance,note
                Macrophage decay,mu_M,1,,,1/week,human,"Doe 2016, doi 10.1371/journal.pone.0165782, Table 2",seen,once
                viable MSC in the lung,,24,,30,h,,"Roe 2012, http://example.org/a",seen,
                """);
        List<Proposal> read = ProposalTable.read(file);
        assertThat(read).extracting(Proposal::claim).containsExactly("mu-m", "viable-msc-in-the-lung");
        assertThat(read).extracting(Proposal::source).containsExactly("10.1371/journal.pone.0165782",
                "http://example.org/a");
        assertThat(read.getFirst().statement()).isEqualTo("Macrophage decay");
        assertThat(read.getFirst().cells()).contains("seen; once");
    }
}
