package propria.app.cli.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import propria.app.cli.command.Command;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.report.data.Manifest;
import propria.app.report.data.Rows.Endpoint;
import propria.app.report.data.Rows.ParameterRow;
import propria.app.report.data.Rows.SourceRow;
import propria.app.report.data.Run;
import propria.app.report.data.RunFolder;
import propria.app.report.trial.TrialReport;
import propria.app.text.Figures;

/// Two runs side by side: what went in, what it rests on, what came out.
@CommandLine.Command(name = "compare", description = "Two runs side by side: inputs, sources, outputs.")
public final class CompareCommand extends Command {

    private static final int SHOWN = 12;

    @Parameters(index = "0", paramLabel = "RUN_A", description = "a run folder")
    private Path a = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN_B", description = "another")
    private Path b = Path.of("");

    @Override
    public int run(Terminal terminal) {
        if (TrialReport.isTrial(a) && TrialReport.isTrial(b)) {
            return new TrialComparison(a, b).say(terminal);
        }
        Run one = RunFolder.read(a);
        Run other = RunFolder.read(b);
        say(terminal, "inputs", inputs(one.manifest(), other.manifest()));
        say(terminal, "numbers", numbers(one, other));
        say(terminal, "sources", sources(one, other));
        List<String> outputs = outputs(one, other);
        say(terminal, "outputs", outputs);
        boolean same = !one.manifest().summarySha256().isEmpty()
                && one.manifest().summarySha256().equals(other.manifest().summarySha256());
        terminal.answer(same
                ? "summary.csv is the same to the last byte"
                : outputs.isEmpty() ? "summary.csv differs, no endpoint does" : "what moved: " + outputs.getFirst());
        terminal.put("same_summary", same);
        return ExitCode.DONE;
    }

    private static void say(Terminal terminal, String what, List<String> lines) {
        terminal.put(what, lines);
        terminal.answer(terminal.strong(what + ": ") + (lines.isEmpty()
                ? "the same"
                : Figures.count(lines.size(), "difference")));
        lines.stream().limit(SHOWN).forEach(line -> terminal.answer("  " + line));
        if (lines.size() > SHOWN) {
            terminal.answer("  and " + (lines.size() - SHOWN) + " more");
        }
    }

    private static List<String> inputs(Manifest one, Manifest other) {
        List<String> lines = new ArrayList<>();
        line(lines, "study", one.study().id(), other.study().id());
        line(lines, "version", one.version(), other.version());
        line(lines, "seed", Long.toString(one.seed()), Long.toString(other.seed()));
        line(lines, "draws", Long.toString(one.draws().used()), Long.toString(other.draws().used()));
        line(lines, "subjects an arm", Long.toString(one.subjects().perArm()),
                Long.toString(other.subjects().perArm()));
        line(lines, "step method", one.methodUsed(), other.methodUsed());
        Map<String, String> first = hashes(one);
        Map<String, String> second = hashes(other);
        Set<String> files = new LinkedHashSet<>(first.keySet());
        files.addAll(second.keySet());
        for (String file : files) {
            boolean in = first.containsKey(file);
            if (!Optional.ofNullable(first.get(file)).equals(Optional.ofNullable(second.get(file)))) {
                lines.add(file + (in && second.containsKey(file) ? " differs" : in ? " only in A" : " only in B"));
            }
        }
        return lines;
    }

    private static Map<String, String> hashes(Manifest manifest) {
        Map<String, String> hashes = new LinkedHashMap<>();
        manifest.inputs().forEach(i -> hashes.put(i.file(), i.sha256()));
        return hashes;
    }

    private static void line(List<String> lines, String what, String one, String other) {
        if (!one.equals(other)) {
            lines.add(what + ": " + one + " → " + other);
        }
    }

    private static List<String> numbers(Run one, Run other) {
        Map<String, ParameterRow> before = one.parameters().stream()
                .collect(Collectors.toMap(ParameterRow::id, p -> p, (x, _) -> x, LinkedHashMap::new));
        List<String> lines = new ArrayList<>();
        for (ParameterRow now : other.parameters()) {
            ParameterRow was = before.remove(now.id());
            if (was == null) {
                lines.add(now.id() + " only in B");
            } else {
                line(lines, now.id(), text(was), text(now));
            }
        }
        before.keySet().forEach(id -> lines.add(id + " only in A"));
        return lines;
    }

    private static String text(ParameterRow p) {
        return Figures.significant(p.value(), 4)
                + (p.low().isPresent() && p.high().isPresent()
                        ? " (" + Figures.range(p.low().getAsDouble(), p.high().getAsDouble()) + ")"
                        : "")
                + " " + p.mark() + (p.sources().isBlank() ? "" : " by " + p.sources());
    }

    private static List<String> sources(Run one, Run other) {
        Map<String, SourceRow> before = one.sources().stream()
                .collect(Collectors.toMap(SourceRow::key, s -> s, (x, _) -> x, LinkedHashMap::new));
        List<String> lines = new ArrayList<>();
        for (SourceRow now : other.sources()) {
            SourceRow was = before.remove(now.key());
            if (was == null) {
                lines.add(now.key() + " only in B (" + now.status().replace('_', ' ') + ")");
            } else {
                line(lines, now.key(), was.status().replace('_', ' '), now.status().replace('_', ' '));
            }
        }
        before.keySet().forEach(key -> lines.add(key + " only in A"));
        return lines;
    }

    private static List<String> outputs(Run one, Run other) {
        Map<String, Endpoint> before = one.endpoints().stream()
                .collect(Collectors.toMap(e -> e.id() + " " + e.arm(), e -> e, (x, _) -> x, LinkedHashMap::new));
        List<String> lines = new ArrayList<>();
        for (Endpoint now : other.endpoints()) {
            String name = now.id() + " " + now.arm();
            Endpoint was = before.remove(name);
            if (was == null) {
                lines.add(name + " only in B");
            } else {
                line(lines, name, text(was), text(now));
            }
        }
        before.keySet().forEach(name -> lines.add(name + " only in A"));
        return lines;
    }

    private static String text(Endpoint e) {
        boolean compared = e.effect().isPresent();
        double value = e.effect().orElse(e.estimate());
        double low = compared ? e.effectLower() : e.lower();
        double high = compared ? e.effectUpper() : e.upper();
        return Figures.within(value, (high - low) / 2) + " (" + Figures.range(low, high) + ")"
                + (compared ? e.decided() ? "" : ", undecided" : "");
    }
}
