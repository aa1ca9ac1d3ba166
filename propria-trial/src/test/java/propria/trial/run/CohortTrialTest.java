package propria.trial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.inference.table.TableFile;
import propria.inference.table.TableFile.Row;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.work.ChunkWorker;
import propria.study.run.work.StudyBundle;
import propria.trial.design.TrialDesign;
import propria.trial.file.TrialFile;

/// A trial whose people are chosen by a method that its study file names.
class CohortTrialTest {

    private static final Library LIBRARY = Library.read(Path.of("..", "library").toAbsolutePath().normalize());
    private static final int PEOPLE = 12 + 2 * 8;

    @TempDir
    Path folder;

    /// @param cohort what stands behind the numbers of `bank`
    private Path small(String name, String cohort) throws IOException {
        String text = Files.readString(LIBRARY.study("perianal-fistula-trial").resolve("study.yaml"))
                .replace("patients: 212", "patients: 40").replace("sizes: [80, 120, 160]", "sizes: [20]")
                .replace("points: 6, doses: [0.25, 4]", "points: 2, doses: [4]")
                .replaceFirst("bank: \\{[^}]*}",
                        "bank: {draws: 2, patients_per_draw: 8, typical_patients: 12" + cohort + "}");
        Path study = Files.createDirectories(folder.resolve(name));
        Files.writeString(study.resolve("study.yaml"), text);
        return study;
    }

    /// What a run told, in order.
    private static final class Heard implements TrialProgress {

        private final List<String> all = Collections.synchronizedList(new ArrayList<>());
        private final Thread runner = Thread.currentThread();
        private String words = "";
        private String stopAt = "nowhere";

        Heard stoppingAt(String wordsAndCount) {
            stopAt = wordsAndCount;
            return this;
        }

        @Override
        public void begins(TrialStage stage) {
            words = stage.words();
        }

        @Override
        public void at(long done, long total) {
            String now = words + " " + done + "/" + total;
            all.add(now);
            if (now.startsWith(stopAt)) {
                runner.interrupt();
            }
        }
    }

    private TrialRunResult run(Path file, String name, int threads, boolean resume, TrialProgress progress) {
        Study study = StudyFile.read(file, LIBRARY);
        return TrialRunner.run(study, TrialFile.read(file).orElseThrow(), LIBRARY, new TrialRunOptions(
                folder.resolve(name), OptionalLong.empty(), OptionalInt.of(6), threads, resume, progress));
    }

    private TrialRunResult run(Path file, String name, int threads) {
        return run(file, name, threads, false, new Heard());
    }

    @Test
    @Tag("slow")
    void chosen_people_are_the_same_on_one_thread_and_two_and_after_a_stop_and_others_than_those_of_the_population()
            throws IOException {
        Path file = small("small", ", cohort: perturb");
        TrialRunResult two = run(file, "two", 2);
        assertThat(run(file, "one", 1).hash()).isEqualTo(two.hash());
        assertThat(run(small("plain", ""), "plain", 2).hash()).isNotEqualTo(two.hash());
        for (String table : List.of("how-patients-were-made.csv", "cohort-match.csv")) {
            assertThat(folder.resolve("two").resolve(table)).hasSameTextualContentAs(
                    folder.resolve("one").resolve(table));
            assertThat(folder.resolve("plain").resolve(table)).doesNotExist();
        }
        for (String stop : List.of("choosing patients over beliefs about parameters 2/3",
                "simulating patients over beliefs about parameters 15/28")) {
            String name = "stopped-" + stop.substring(0, 4);
            assertThatThrownBy(() -> run(file, name, 2, false, new Heard().stoppingAt(stop)))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            Heard resumed = new Heard();
            assertThat(run(file, name, 2, true, resumed).hash()).isEqualTo(two.hash());
            assertThat(folder.resolve(name).resolve("how-patients-were-made.csv")).hasSameTextualContentAs(
                    folder.resolve("two/how-patients-were-made.csv"));
        }
    }

    @Test
    @Tag("slow")
    void the_run_says_how_many_were_chosen_and_counts_what_it_reads_to_the_end() throws IOException {
        Path file = small("small", ", cohort: select");
        Heard heard = new Heard();
        run(file, "run", 2, false, heard);
        assertThat(heard.all).contains("choosing patients with every parameter at its value 1/3",
                "choosing patients over beliefs about parameters 3/3",
                "simulating patients over beliefs about parameters " + PEOPLE + "/" + PEOPLE);
        // on two sets of courses, six trials of the design, the null and another dose for curves, two of them once more
        List<String> read = heard.all.stream().filter(s -> s.startsWith("reading the trials ")).toList();
        assertThat(read).hasSize(60).contains("reading the trials 1/60", "reading the trials 60/60");
        List<Row> made = TableFile.read(folder.resolve("run/how-patients-were-made.csv"), List.of("method")).rows();
        assertThat(made).extracting(r -> r.text("courses") + r.text("draw") + r.text("method") + r.text("patients"))
                .containsExactly("typical0select12", "prior0select8", "prior1select8");
        for (Row row : made) {
            assertThat(row.number("effective").orElseThrow()).isBetween(1.0, row.number("patients").orElseThrow());
            assertThat(row.number("simulations").orElseThrow()).isEqualTo(400);
        }
        assertThat(folder.resolve("run/manifest.json")).content().contains("\"cohort\" : \"select\"");
        TrialInputs kept = TrialInputs.of(folder.resolve("run")).orElseThrow();
        assertThat(TrialFile.read(kept.study()).orElseThrow().bank().cohort()).contains("select");
    }

    @Test
    void another_program_simulates_the_people_who_were_chosen_here() throws IOException {
        Path file = small("small", ", cohort: perturb");
        Study study = StudyFile.read(file, LIBRARY);
        TrialDesign design = TrialFile.read(file).orElseThrow();
        TrialBanks banks = TrialBanks.of(study, design, LIBRARY, 1, 2);
        List<List<double[]>> people = banks.people(false, banks.cohorts(propria.trial.patient.CourseKeeper.NONE)
                .orElseThrow());
        byte[] sent = PeopleWork.description(TrialInputs.files(study, LIBRARY), 1, false, people);
        Supplier<ChunkWorker> elsewhere = new TrialWorkers().workers(StudyBundle.of(sent));
        Optional<byte[]> there = elsewhere.get().run(0, () -> true);
        assertThat(there.orElseThrow())
                .isEqualTo(PeopleWork.worker(banks, false, people).run(0, () -> true).orElseThrow())
                .isNotEqualTo(PeopleWork.worker(banks, false, List.of()).run(0, () -> true).orElseThrow());
        byte[] plain = PeopleWork.description(TrialInputs.files(study, LIBRARY), 1, false, List.of());
        assertThat(new TrialWorkers().workers(StudyBundle.of(plain)).get().run(0, () -> true).orElseThrow())
                .isEqualTo(PeopleWork.worker(banks, false, List.of()).run(0, () -> true).orElseThrow());
    }

    @Test
    void a_bank_without_a_cohort_has_the_name_that_it_always_had() throws IOException {
        TrialDesign.BankPlan plain = TrialFile.read(small("plain", "")).orElseThrow().bank();
        assertThat(plain).hasToString("BankPlan[draws=2, patientsPerDraw=8, typicalPatients=12]");
        TrialDesign.BankPlan chosen = TrialFile.read(small("chosen", ", cohort: mcmc")).orElseThrow().bank();
        assertThat(chosen)
                .hasToString("BankPlan[draws=2, patientsPerDraw=8, typicalPatients=12, cohort=mcmc]");
    }

    @Test
    void an_unknown_cohort_is_refused_at_its_place_with_the_methods_and_so_are_more_people_than_can_be_chosen()
            throws IOException {
        Path unknown = small("unknown", ", cohort: selct");
        assertThatThrownBy(() -> TrialFile.read(unknown)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problems()).hasSize(1);
            assertThat(e.problems().getFirst().code()).isEqualTo("T202");
            assertThat(e.problems().getFirst().place().orElseThrow().line()).isEqualTo(30);
            assertThat(e.problems().getFirst().fix()).contains("select");
        });
        Path many = small("many", ", cohort: select");
        Files.writeString(many.resolve("study.yaml"), Files.readString(many.resolve("study.yaml"))
                .replace("typical_patients: 12", "typical_patients: 2001"));
        assertThatThrownBy(() -> TrialFile.read(many)).hasMessageContaining("T203").hasMessageContaining("2000");
    }
}
