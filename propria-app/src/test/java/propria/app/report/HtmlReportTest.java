package propria.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.app.report.data.Run;
import propria.app.report.data.RunFolder;
import propria.app.report.finding.Answer;
import propria.app.report.finding.Doubts;

/// The page says what the run says, alone and in any browser.
class HtmlReportTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_answer_comes_first_with_its_interval_and_what_that_contains() throws IOException {
        Run run = RunFolder.read(SampleRun.ofTwoArms(folder));
        Answer answer = Answer.of(run);
        assertThat(answer.sentence())
                .isEqualTo("In this model, disease activity index on day 8 is 1.53\u00a0points lower"
                        + " with umbilical-cord MSC than with vehicle (saline), 90\u00a0% interval 1.01 to 2.13."
                        + " Lower is better.");
        assertThat(answer.contains()).contains("uncertainty of the parameters").contains("does not contain");
        String page = HtmlReport.of(run);
        assertThat(page.indexOf("1.53\u00a0points lower")).isPositive().isLessThan(page.indexOf("id=\"counts\""));
    }

    @Test
    void an_interval_that_holds_zero_is_not_called_an_effect() throws IOException {
        SampleRun.ofTwoArms(folder);
        Path file = folder.resolve("endpoints.csv");
        Files.writeString(file, "endpoint,arm,estimate,lower,upper,comparator,effect,effect_lower,effect_upper,level\n"
                + "dai_day8,uc_msc,1.9,1.5,2.3,vehicle,-0.4,-1.2,0.4,0.9\n");
        assertThat(Answer.of(RunFolder.read(folder)).sentence()).contains("cannot be told apart")
                .contains("−0.40").contains("−1.20 to 0.40").doesNotContain("lower with");
    }

    @Test
    void the_main_doubts_are_found_in_the_numbers() throws IOException {
        List<String> doubts = Doubts.of(RunFolder.read(SampleRun.ofFiveArms(folder))).stream()
                .map(Doubts.Doubt::sentence).toList();
        assertThat(doubts.getFirst()).contains("invented-2009 (retracted)");
        assertThat(doubts).anyMatch(d -> d.contains("4 of 15 published values lie outside"))
                .anyMatch(d -> d.contains("152 of 300 parameters (51\u00a0%) are assumed"))
                .anyMatch(d -> d.contains("2 virtual subjects could not be simulated"))
                .anyMatch(d -> d.contains("S301"));
    }

    @Test
    void the_page_loads_nothing_and_stays_small() throws IOException {
        Path file = HtmlReport.write(SampleRun.ofFiveArms(folder));
        String page = Files.readString(file);
        assertThat(Pattern.compile("(?i)(src|href)=\"(?!#)|url\\(|@import|<link").matcher(page).find()).isFalse();
        assertThat(page).doesNotContain("<script");
        assertThat(Files.size(file)).isLessThan(10_000_000L);
    }

    @Test
    void every_picture_has_a_sentence_a_description_and_its_numbers() throws IOException {
        String page = HtmlReport.of(RunFolder.read(SampleRun.ofFiveArms(folder)));
        int pictures = page.split("<svg class=\"chart\"", -1).length - 1;
        assertThat(pictures).isGreaterThanOrEqualTo(9);
        assertThat(page.split("role=\"img\" viewBox=\"[^\"]+\" aria-label=\"[^\"]{20,}", -1)).hasSize(pictures + 1);
        assertThat(page).contains("The numbers behind: Disease activity index").contains("n = 8, bar SEM")
                .contains("bar of unknown kind").contains("Not drawn, other unit: 1 published value");
    }

    @Test
    void text_from_the_run_cannot_become_markup() throws IOException {
        String page = HtmlReport.of(RunFolder.read(SampleRun.ofTwoArms(folder)));
        assertThat(page).contains("&lt;Newer&gt;").doesNotContain("<Newer>");
    }

    @Test
    void a_run_that_holds_only_a_manifest_still_gives_a_page() throws IOException {
        Files.writeString(folder.resolve("manifest.json"),
                "{\"study\": {\"title\": \"T\"}, \"observables\": [{\"id\": \"x\", \"name\": \"X\"}]}");
        assertThat(HtmlReport.of(RunFolder.read(folder))).contains("no endpoint").contains("X was not recorded");
    }

    @Test
    void the_same_run_gives_the_same_page_to_the_last_byte() throws IOException {
        Run run = RunFolder.read(SampleRun.ofFiveArms(folder));
        assertThat(HtmlReport.of(run)).isEqualTo(HtmlReport.of(RunFolder.read(folder)));
    }

    @Test
    void a_handful_of_draws_is_a_main_doubt_and_unchecked_sources_are_counted() throws IOException {
        SampleRun.ofTwoArms(folder);
        Path file = folder.resolve("manifest.json");
        Files.writeString(file, Files.readString(file).replace("\"used\": 200", "\"used\": 4"));
        Run run = RunFolder.read(folder);
        assertThat(Doubts.of(run).stream().limit(3).map(Doubts.Doubt::sentence))
                .anyMatch(d -> d.contains("Only 4 draws"));
        assertThat(HtmlReport.of(run)).contains("4 sources, 1 not checked for retractions, 2 flagged");
    }

    @Test
    void the_command_that_gives_the_numbers_again_names_the_draws_and_all_unchecked_sources_are_a_doubt()
            throws IOException {
        Run run = RunFolder.read(SampleRun.ofTwoArms(folder));
        assertThat(HtmlReport.of(run)).contains(" --draws " + run.manifest().draws().requested() + " --seed ");
        long unchecked = run.sources().stream().filter(s -> s.status().equals("not_checked")).count();
        assertThat(unchecked).isPositive();
        assertThat(Doubts.of(run).stream().map(Doubts.Doubt::sentence))
                .anyMatch(d -> d.startsWith(unchecked + " source"));
    }
}
