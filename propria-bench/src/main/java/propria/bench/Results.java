package propria.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.app.cli.terminal.Terminal;
import propria.bench.measure.Finding;
import propria.bench.measure.Goals;
import propria.bench.output.BenchPage;
import propria.bench.output.ComparisonCsv;
import propria.bench.output.ComparisonTable;
import propria.bench.output.Findings;
import propria.bench.precision.Comparison;
import propria.bench.sundials.CvodeSetup;
import propria.bench.workload.Workloads;

/// What a run has found so far. It is written after every part, so that a run that is ended from outside keeps what it
/// measured.
final class Results {

    private static final List<String> PICTURED = List.of("gut", "hires", "pollution", "e5", "BIOMD0000000543",
            "gut, gradient");

    private final Optional<Path> csv;
    private final Optional<Path> docs;
    private final String command;
    private final List<String> circumstances;
    private final List<Comparison> single = new ArrayList<>();
    private final List<Comparison> gradients = new ArrayList<>();
    private final List<Workloads.Refused> refused = new ArrayList<>();
    private final List<Finding> measured = new ArrayList<>();

    /// @param csv where every point goes; empty for nowhere
    /// @param docs where the page and its pictures go; empty for nowhere
    /// @param command what was typed
    /// @param circumstances versions, machine, date, a line each
    Results(Optional<Path> csv, Optional<Path> docs, String command, List<String> circumstances) {
        this.csv = csv;
        this.docs = docs;
        this.command = command;
        this.circumstances = List.copyOf(circumstances);
    }

    void add(Comparison comparison) {
        single.add(comparison);
    }

    void addGradient(Comparison comparison) {
        gradients.add(comparison);
        measured.addAll(Goals.gradient(comparison));
    }

    void refuse(Workloads.Refused one) {
        refused.add(one);
    }

    void find(List<Finding> findings) {
        measured.addAll(findings);
    }

    Optional<Comparison> single(String name) {
        return single.stream().filter(c -> c.subject().name().equals(name)).findFirst();
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(Goals.single(single));
        findings.addAll(measured);
        return findings;
    }

    /// Writes the files that were asked for.
    ///
    /// @param toCome what the run has still before it; empty at its end
    void save(String toCome) throws IOException {
        List<Comparison> all = new ArrayList<>(single);
        all.addAll(gradients);
        if (csv.isPresent()) {
            Files.write(csv.orElseThrow(), ComparisonCsv.lines(all, rivals()));
        }
        if (docs.isPresent()) {
            new BenchPage(command, circumstances, toCome, new Findings(findings(), single, gradients, refused),
                    PICTURED).write(docs.orElseThrow());
        }
    }

    private static List<String> rivals() {
        List<String> names = new ArrayList<>();
        for (CvodeSetup setup : CvodeSetup.values()) {
            names.add(setup.label());
        }
        names.add("SBSCL Rosenbrock");
        return names;
    }

    void say(Terminal terminal) {
        ComparisonTable.lines(single).forEach(terminal::answer);
        terminal.answer("");
        ComparisonTable.summary(single, ComparisonTable.RIVALS).forEach(terminal::answer);
        if (ComparisonTable.hasAblations(single)) {
            terminal.answer("");
            ComparisonTable.lines(single, ComparisonTable.ABLATIONS).forEach(terminal::answer);
            terminal.answer("");
            ComparisonTable.summary(single, ComparisonTable.ABLATIONS).forEach(terminal::answer);
        }
        gradients.forEach(one -> ComparisonTable.lines(List.of(one), ComparisonTable.others(one))
                .forEach(terminal::answer));
        refused.forEach(one -> terminal.answer("not compared: " + one.name() + ": " + one.why()));
        terminal.answer("");
        findings().forEach(f -> terminal.answer((f.met() ? "met     " : "NOT met ") + f.measure() + " | " + f.against()
                + " | goal: " + f.goal() + " | reached: " + f.reached()));
        csv.ifPresent(file -> terminal.put("file", file.toString()));
        terminal.put("models", single.size()).put("notCompared", refused.size()).put("goals", findings());
    }
}
