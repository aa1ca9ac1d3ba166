package propria.bench.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.bench.ablation.AblatedContender;
import propria.bench.ablation.Ablation;
import propria.bench.contender.Contender;
import propria.bench.contender.Contenders;
import propria.bench.measure.Finding;
import propria.bench.precision.Comparer;
import propria.bench.precision.Comparison;
import propria.bench.precision.Ladder;
import propria.bench.workload.Workload;
import propria.bench.workload.Workloads;
import propria.engine.Method;

class BenchPageTest {

    private static final Ladder SHORT = new Ladder(List.of(1e-3, 1e-5, 1e-7), 1, 1e-4, 0.01, 30, 60);

    @Test
    void a_page_shows_missed_goals_and_the_engine_without_its_improvements(@TempDir Path folder) throws IOException {
        Workload workload = Workloads.classic("hires");
        Contenders contenders = Contenders.of(workload, List.of(Method.AUTOMATIC, Method.BDF), Optional.empty(),
                Optional.empty());
        List<Contender> all = new ArrayList<>(contenders.all());
        for (Ablation less : Ablation.values()) {
            all.add(new AblatedContender(workload, less));
        }
        Comparison comparison = Comparer.compare(workload.subject(), all, contenders.judges(), SHORT);
        write(folder, comparison, "");
        String page = Files.readString(folder.resolve("bench.md"));
        assertThat(page).contains("| speed | others | 2 | 1 | no |", "images/bench-hires.svg", "- other: why");
        for (Ablation less : Ablation.values()) {
            assertThat(page).contains("- " + less.label().replace("Propria, ", "") + ": 1 models, median ratio ");
        }
        assertThat(folder.resolve("images/bench-hires.svg")).content().contains("<svg");
        assertThat(page).doesNotContain("ended before its end");
        write(folder, comparison, "e5 and what follows it");
        assertThat(folder.resolve("bench.md")).content().contains("it had still before it: e5 and what follows it");
    }

    private static void write(Path folder, Comparison comparison, String toCome) throws IOException {
        new BenchPage("command", List.of("machine"), toCome,
                new Findings(List.of(new Finding("speed", "others", "2", "1", false)), List.of(comparison), List.of(),
                        List.of(new Workloads.Refused("other", "why"))),
                List.of("hires")).write(folder);
    }
}
