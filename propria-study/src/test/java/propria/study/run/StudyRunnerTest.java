package propria.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.study.Study;
import propria.study.Toy;
import propria.study.run.work.Checkpoint;
import propria.study.summary.Effect;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StudyRunnerTest {

    @TempDir
    private Path folder;

    private RunResult run(Study study, String name, int threads) {
        return StudyRunner.run(study,
                RunOptions.standard().withThreads(threads).withCsv(true).withOut(folder.resolve(name)));
    }

    private List<String> rows(String name, String arm) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(name).resolve("summary.csv"))) {
            return lines.filter(line -> line.startsWith(arm + ",")).map(line -> line.substring(arm.length())).toList();
        }
    }

    @Test
    void any_number_of_threads_gives_the_same_bytes() throws IOException {
        String one = run(Toy.study(), "one", 1).summaryHash();
        assertThat(run(Toy.study(), "two", 2).summaryHash()).isEqualTo(one);
        assertThat(run(Toy.study(), "five", 5).summaryHash()).isEqualTo(one);
        for (String file : List.of("summary.csv", "bands.csv", "endpoints.csv", "measurements.csv", "influence.csv",
                "subjects.csv")) {
            assertThat(folder.resolve("five").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
        }
    }

    @Test
    void a_study_by_another_method_comes_to_the_same_effect_and_its_manifest_names_it() throws IOException {
        Effect.Middle usual = run(Toy.study(), "usual", 2).effects().getFirst().effect().orElseThrow();
        assertThat(manifest("usual").path("method").path("used").asString()).isEqualTo("BDF");
        Study study = Toy.changed(folder.resolve("study"),
                text -> text + "simulation: {method: rosenbrock, rtol: 1e-8}\n");
        Effect.Middle other = run(study, "other", 2).effects().getFirst().effect().orElseThrow();
        assertThat(manifest("other").path("method").path("requested").asString()).isEqualTo("ROSENBROCK");
        assertThat(manifest("other").path("method").path("used").asString()).isEqualTo("ROSENBROCK");
        assertThat(manifest("other").path("tolerances").path("relative").asDouble()).isEqualTo(1e-8);
        assertThat(other).isNotEqualTo(usual);
        assertThat(other.value()).isCloseTo(usual.value(), within(1e-4 * Math.abs(usual.value())));
    }

    @Test
    void another_seed_gives_other_animals() {
        String one = run(Toy.study(), "one", 2).summaryHash();
        RunOptions other = RunOptions.standard().withSeed(8).withOut(folder.resolve("other"));
        assertThat(StudyRunner.run(Toy.study(), other).summaryHash()).isNotEqualTo(one);
    }

    @Test
    void an_arm_of_zero_doses_equals_its_control_bit_for_bit() throws IOException {
        Study study = Toy.changed(folder.resolve("study"),
                text -> text.replace("product: cells, amount: 1e6 cells", "product: primed_cells, amount: 0 cells"));
        RunResult result = run(study, "zero", 2);
        assertThat(rows("zero", "cells")).isNotEmpty().isEqualTo(rows("zero", "vehicle"));
        assertThat(result.effects().getFirst().effect().orElseThrow()).isEqualTo(new Effect.Middle(0, 0, 0));
    }

    @Test
    void two_arms_that_are_treated_alike_may_swap_their_labels() throws IOException {
        String arms = """
                arms:
                  - {id: a, regimen: [{product: cells, amount: 1e6 cells, route: intravenous, at: [1 d]}]}
                  - {id: b, regimen: [{product: cells, amount: 1e6 cells, route: intravenous, at: [1 d]}]}
                observe""";
        Study study = Toy.changed(folder.resolve("study"),
                text -> text.replaceAll("(?s)arms:.*?observe", arms).replace("[cells, vehicle]", "[a, b]")
                        .replace("measurements: measurements.tsv\n", ""));
        run(study, "alike", 2);
        assertThat(rows("alike", "a")).isNotEmpty().isEqualTo(rows("alike", "b"));
    }

    @Test
    void cells_heal_and_the_effect_is_paired() {
        RunResult result = run(Toy.study(), "run", 2);
        Effect.Middle effect = result.effects().getFirst().effect().orElseThrow();
        assertThat(effect.upper()).isNegative();
        assertThat(effect.value()).isBetween(effect.lower(), effect.upper());
        assertThat(result.simulations()).isEqualTo(12 * 4 * 2);
        assertThat(result.predictions().getLast().inside()).isEqualTo("yes");
    }

    @Test
    void draws_that_break_a_constraint_are_counted() throws IOException {
        RunResult result = run(Toy.study(), "run", 2);
        assertThat(result.warnings()).extracting("code").contains("S045");
        assertThat(manifest("run").path("draws").path("redrawn").asInt()).isGreaterThan(0);
    }

    @Test
    void a_population_comes_to_its_balance_before_the_study() throws IOException {
        Study study = Toy.changed(folder.resolve("study"), text -> text
                .replace("population: wild-type", "population: thin").replace("[score, weight]", "[score, tissue]")
                .replace("{id: vehicle, role: vehicle}", "{id: vehicle, role: vehicle, population: wild-type}"));
        run(study, "thin", 2);
        assertThat(first("thin", "cells,tissue,-2,")).isCloseTo(0.5, within(1e-5));
        assertThat(first("thin", "vehicle,tissue,-2,")).isCloseTo(1, within(1e-9));
    }

    private double first(String name, String start) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(name).resolve("summary.csv"))) {
            String line = lines.filter(l -> l.startsWith(start)).findFirst().orElseThrow();
            return Double.parseDouble(line.split(",")[5]);
        }
    }

    private JsonNode manifest(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(name).resolve("manifest.json")));
    }

    @Test
    void the_folder_says_what_was_asked_and_what_it_rests_on() throws IOException {
        RunResult result = run(Toy.study(), "run", 2);
        JsonNode manifest = manifest("run");
        assertThat(manifest.path("summary_sha256").asString()).isEqualTo(result.summaryHash()).hasSize(64);
        assertThat(manifest.path("evidence").path("sourced").asInt()).isEqualTo(1);
        assertThat(manifest.path("evidence").path("as_of").asString()).isEqualTo("2024-01-02");
        assertThat(manifest.path("arms").get(1).path("doses")).hasSize(2);
        assertThat(manifest.path("inputs").toString()).contains("library/models/toy/toy.ant",
                "library/products/cells.yaml", "library/evidence/toy-2020.yaml").doesNotContain(folder.toString());
        assertThat(manifest.path("propria").asString()).isNotEqualTo("unknown").doesNotContain("$");
        assertThat(Files.readString(folder.resolve("run/parameters.csv"))).contains("sourced,toy-2020#strength");
        assertThat(Files.readString(folder.resolve("run/sources.csv"))).contains("toy-2020", "ok");
    }

    @Test
    void subjects_are_written_as_parquet_unless_csv_is_asked_for() throws IOException {
        StudyRunner.run(Toy.study(), RunOptions.standard().withDraws(2).withOut(folder.resolve("run")));
        byte[] bytes = Files.readAllBytes(folder.resolve("run/subjects.parquet"));
        assertThat(new String(bytes, 0, 4, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        assertThat(folder.resolve("run/subjects.csv")).doesNotExist();
    }

    @Test
    void a_run_never_overwrites_and_names_a_place_that_cannot_be_written() throws IOException {
        run(Toy.study(), "run", 2);
        assertThatThrownBy(() -> run(Toy.study(), "run", 2)).hasMessageContaining("S050");
        Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> run(Toy.study(), "file/below", 2)).hasMessageContaining("S051");
    }

    @Test
    void an_interrupted_run_leaves_its_checkpoint_and_no_folder() throws IOException {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run(Toy.study(), "run", 2)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(Checkpoint.fileOf(folder.resolve("run")));
        }
    }

    @Test
    void progress_ends_at_the_number_of_simulations() {
        List<Long> seen = new ArrayList<>();
        StudyRunner.run(Toy.study(), RunOptions.standard().withOut(folder.resolve("run"))
                .withProgress((done, total) -> seen.addAll(List.of(done, total))));
        assertThat(seen.getLast()).isEqualTo(96);
        assertThat(seen.get(seen.size() - 2)).isEqualTo(96);
    }

    @Test
    void an_estimate_counts_the_simulations() {
        Estimate estimate = StudyRunner.estimate(Toy.study(), RunOptions.standard());
        assertThat(estimate.simulations()).isEqualTo(96);
        assertThat(estimate.seconds()).isPositive();
    }

    @Test
    void what_the_model_does_not_have_is_named() throws IOException {
        Path own = Toy.write(folder.resolve("study"), text -> text.replace("model: toy", "model: own.ant"), t -> t);
        Files.writeString(own.resolve("own.ant"),
                Files.readString(Toy.ROOT.resolve("models/toy/toy.ant")).replace("score :=", "scores :="));
        Study study = propria.study.file.StudyFile.read(own, Toy.library());
        assertThatThrownBy(() -> run(study, "run", 1)).hasMessageContaining("S040").hasMessageContaining("`scores`");
    }
}
