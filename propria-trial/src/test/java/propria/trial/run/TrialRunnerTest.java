package propria.trial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.inference.table.TableFile;
import propria.inference.table.TableFile.Row;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.work.Checkpoint;
import propria.trial.design.TrialDesign;
import propria.trial.file.TrialFile;
import propria.trial.operating.Characteristic;

@Tag("slow")
class TrialRunnerTest {

    private static final Library LIBRARY = Library.read(Path.of("..", "library").toAbsolutePath().normalize());

    @TempDir
    Path folder;

    private Path small() throws IOException {
        String text = Files.readString(LIBRARY.study("perianal-fistula-trial").resolve("study.yaml"))
                .replace("patients: 212", "patients: 40").replace("sizes: [80, 120, 160]", "sizes: [20]")
                .replace("draws: 60, patients_per_draw: 60, typical_patients: 200",
                        "draws: 2, patients_per_draw: 8, typical_patients: 12");
        Path study = Files.createDirectories(folder.resolve("small"));
        Files.writeString(study.resolve("study.yaml"), text);
        return study;
    }

    private TrialRunResult run(Path file, String name, int threads) {
        Study study = StudyFile.read(file, LIBRARY);
        return TrialRunner.run(study, TrialFile.read(file).orElseThrow(), LIBRARY, options(name, threads, false,
                _ -> {
                }));
    }

    private TrialRunOptions options(String name, int threads, boolean resume, TrialProgress progress) {
        return new TrialRunOptions(folder.resolve(name), OptionalLong.empty(), OptionalInt.of(6), threads, resume,
                progress);
    }

    /// Interrupts the run when so many people are done.
    private record Stopping(Thread who, int at, AtomicLong seen) implements TrialProgress {
        @Override
        public void begins(TrialStage stage) {
            // words are not counted
        }

        @Override
        public void at(long done, long total) {
            seen.set(done);
            if (done == at) {
                who.interrupt();
            }
        }
    }

    @Test
    void a_run_that_is_stopped_goes_on_from_the_people_it_has_and_comes_to_the_same() throws IOException {
        Path file = small();
        Study study = StudyFile.read(file, LIBRARY);
        TrialDesign design = TrialFile.read(file).orElseThrow();
        Stopping stopping = new Stopping(Thread.currentThread(), 10, new AtomicLong());
        assertThatThrownBy(() -> TrialRunner.run(study, design, LIBRARY, options("stopped", 2, false, stopping)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopping.seen().get()).as("the others end before their next person").isLessThan(28);
        assertThat(Checkpoint.fileOf(folder.resolve("stopped"))).exists();

        TrialRunResult gone = TrialRunner.run(study, design, LIBRARY, options("stopped", 2, true, _ -> {
        }));
        assertThat(gone.hash()).isEqualTo(run(file, "whole", 1).hash());
        assertThat(Checkpoint.fileOf(folder.resolve("stopped"))).doesNotExist();
    }

    @Test
    void a_run_is_the_same_on_one_thread_and_two_and_is_read_again_without_simulating() throws IOException {
        Path file = small();
        TrialRunResult two = run(file, "two", 2);
        assertThat(run(file, "one", 1).hash()).isEqualTo(two.hash());
        for (String table : List.of("draws.csv", "draw-pools.csv", "placebo-check.csv", "robustness.csv",
                "curves.csv")) {
            assertThat(folder.resolve("two").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(table));
        }
        assertThat(folder.resolve("two/subjects.csv")).content().startsWith("STUDYID,TRIALNO,USUBJID,TRT01P");
        TrialDesign design = TrialFile.read(file).orElseThrow();
        List<Characteristic> again = TrialReread.read(folder.resolve("two"), design, 2);
        for (String measure : List.of("power", "assurance", "type_1_error_unadjusted")) {
            for (Characteristic c : two.characteristics()) {
                if (c.measure().equals(measure)) {
                    Characteristic same = again.stream().filter(a -> a.bank().equals(c.bank())
                            && a.population().equals(c.population()) && a.patients() == c.patients()
                            && a.estimand().equals(c.estimand()) && a.measure().equals(measure)).findFirst()
                            .orElseThrow();
                    assertThat(same.value()).isCloseTo(c.value(), within(1e-12));
                }
            }
        }
        assertThatThrownBy(() -> run(file, "two", 2)).isInstanceOf(ProblemException.class).hasMessageContaining("T220");
    }

    /// Counted once from what was recorded of all trials, and once from the table of subjects.
    @Test
    void the_comparator_of_all_trials_is_held_against_every_pool_of_its_population() throws IOException {
        Path file = small();
        Study study = StudyFile.read(file, LIBRARY);
        TrialRunner.run(study, TrialFile.read(file).orElseThrow(), LIBRARY,
                new TrialRunOptions(folder.resolve("three"), OptionalLong.empty(), OptionalInt.of(3), 2, false, _ -> {
                }));
        List<Row> pools = TableFile.read(LIBRARY.root().resolve("trials/placebo.csv"), List.of("population")).rows()
                .stream().filter(r -> r.text("population").equals("crohn-fistula")).toList();
        List<Row> checks = TableFile.read(folder.resolve("three/placebo-check.csv"), List.of("met")).rows();
        List<Row> draws = TableFile.read(folder.resolve("three/draws.csv"), List.of("weight")).rows();
        boolean conditioned = draws.stream().anyMatch(r -> r.text("agrees").equals("yes"));
        assertThat(checks).hasSize((conditioned ? 3 : 2) * pools.size());
        List<Row> subjects = TableFile.read(folder.resolve("three/subjects.csv"), List.of("CRIT1FL")).rows();
        for (Row check : checks.subList(0, pools.size())) {
            assertThat(check.text("courses")).isEqualTo("typical");
            List<Row> own = subjects.stream().filter(r -> r.text("PARAMCD").equals(check.text("rule"))
                    && r.text("TRT01P").equals("placebo") && r.text("ADY").equals(check.text("visit_day"))).toList();
            long met = own.stream().filter(r -> r.text("CRIT1FL").equals("Y")).count();
            assertThat(check.text("met")).isEqualTo(Long.toString(met));
            assertThat(Integer.parseInt(check.text("seen"))).isEqualTo(own.size()).isGreaterThan(30);
            double mean = check.number("simulated_mean").orElseThrow();
            assertThat(mean).isCloseTo(100.0 * met / own.size(), within(2.0));
            String verdict = mean < check.number("low").orElseThrow()
                    ? "below"
                    : mean > check.number("high").orElseThrow() ? "above" : "inside";
            assertThat(check.text("verdict")).isEqualTo(verdict);
        }
    }

    /// Once by the run, and once from the tables of trials and of draws alone.
    @Test
    void assurance_over_beliefs_that_agree_with_untreated_patients_can_be_recomputed_from_the_tables()
            throws IOException {
        Path file = small();
        Files.writeString(file.resolve("study.yaml"), Files.readString(file.resolve("study.yaml"))
                .replace("draws: 2, patients_per_draw: 8", "draws: 8, patients_per_draw: 12"));
        Study study = StudyFile.read(file, LIBRARY);
        TrialDesign design = TrialFile.read(file).orElseThrow();
        TrialRunResult result = TrialRunner.run(study, design, LIBRARY, new TrialRunOptions(folder.resolve("eight"),
                OptionalLong.empty(), OptionalInt.of(24), 2, false, _ -> {
                }));
        double[] weights = TableFile.read(folder.resolve("eight/draws.csv"), List.of("weight")).rows().stream()
                .mapToDouble(r -> r.number("weight").orElse(0)).toArray();
        assertThat(weights).hasSize(8);
        assertThat(java.util.Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        double[] found = new double[8];
        double[] trials = new double[8];
        for (Row row : TableFile.read(folder.resolve("eight/trials.csv"), List.of("draw")).rows()) {
            if (row.text("bank").equals("prior") && row.text("population").equals("design")
                    && row.text("patients").equals("40") && row.text("estimand").equals("combined_w24")) {
                int draw = Integer.parseInt(row.text("draw"));
                trials[draw]++;
                found[draw] += row.text("rejected").equals("1") && row.text("favourable").equals("1") ? 1 : 0;
            }
        }
        double assurance = 0;
        double all = 0;
        for (int d = 0; d < 8; d++) {
            assertThat(trials[d] > 0).isTrue();
            assurance += weights[d] * found[d] / trials[d];
            all += found[d] / 24;
        }
        assertThat(value(result.characteristics(), "conditioned", "assurance")).isCloseTo(assurance, within(1e-12));
        assertThat(value(result.characteristics(), "prior", "assurance")).isCloseTo(all, within(1e-12));
        assertThat(value(result.characteristics(), "conditioned", "effective_draws")).isBetween(1.0, 8.0);
        assertThat(result.warnings()).anyMatch(w -> w.contains("T223"));
        assertThat(value(TrialReread.read(folder.resolve("eight"), design, 1), "conditioned", "assurance"))
                .isCloseTo(assurance, within(1e-12));
    }

    private static double value(List<Characteristic> all, String bank, String measure) {
        return all.stream().filter(c -> c.bank().equals(bank) && c.measure().equals(measure) && c.patients() == 40
                && c.estimand().equals("combined_w24")).findFirst().orElseThrow().value();
    }
}
