package propria.app.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.app.cli.terminal.Terminal;
import propria.app.report.data.Manifest;
import propria.app.report.data.Rows.Endpoint;
import propria.app.report.data.Rows.Measurement;
import propria.app.report.data.Run;
import propria.app.report.finding.Answer;
import propria.app.report.finding.Doubts;
import propria.app.report.finding.Names;
import propria.app.report.finding.PublishedEffect;
import propria.app.text.Figures;
import propria.study.run.RunResult;

/// What `run` says at its end: the answer in a sentence, a table of at most five rows, what was counted, where things
/// are, and what to do next.
record RunSummary(Run run, RunResult result, Path report) {

    private static final int ROWS = 5;

    void say(Terminal terminal) {
        Answer answer = Answer.of(run);
        terminal.answer("");
        terminal.answer(terminal.strong(answer.sentence()));
        if (!answer.contains().isEmpty()) {
            terminal.answer(answer.contains());
        }
        terminal.answer("");
        table(terminal);
        terminal.answer(counts());
        Doubts.of(run).stream().limit(1).forEach(d -> terminal.answer("Main doubt: " + d.sentence()));
        terminal.answer("");
        terminal.answer("run:     " + result.folder());
        terminal.answer("report:  " + report);
        terminal.answer("next:    open the report, or  propria explain " + firstObservable());
        json(terminal, answer);
        if (!terminal.isJson() && !result.warnings().isEmpty()) {
            result.warnings().stream().limit(ROWS).forEach(w -> terminal.problems(List.of(w)));
            if (result.warnings().size() > ROWS) {
                terminal.note("and " + Figures.count(result.warnings().size() - ROWS, "further warning")
                        + ", in the report");
            }
        }
    }

    private void json(Terminal terminal, Answer answer) {
        terminal.put("answer", answer.sentence()).put("interval_contains", answer.contains())
                .put("run", result.folder().toString()).put("report", report.toString())
                .put("summary_sha256", result.summaryHash()).put("simulations", result.simulations())
                .put("failed", result.failed()).put("seconds", result.seconds());
        terminal.put("endpoints", run.comparisons().stream().map(row -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("endpoint", row.id());
            entry.put("arm", row.arm());
            entry.put("comparator", row.comparator());
            entry.put("effect", row.effect().orElse(Double.NaN));
            entry.put("lower", row.effectLower());
            entry.put("upper", row.effectUpper());
            entry.put("level", row.level());
            return entry;
        }).toList());
        terminal.put("doubts", Doubts.of(run).stream().map(Doubts.Doubt::sentence).toList());
        terminal.put("warnings", result.warnings().stream().map(w -> w.code() + " " + w.what()).toList());
    }

    private void table(Terminal terminal) {
        List<Endpoint> rows = run.comparisons();
        if (rows.isEmpty()) {
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("endpoint", "arms", "difference (90 % interval)", "published"));
        for (Endpoint row : rows.stream().limit(ROWS).toList()) {
            double half = (row.effectUpper() - row.effectLower()) / 2;
            String published = PublishedEffect.of(run, row).map(p -> p.half().isPresent()
                    ? Figures.within(p.effect(), p.half().getAsDouble()) + " (±"
                            + Figures.significant(p.half().getAsDouble(), 2) + ")"
                    : Figures.of(p.effect())).orElse("–");
            cells.add(List.of(Names.endpoint(run, row.id()), Names.pair(run, row),
                    Figures.within(row.effect().orElse(Double.NaN), half) + " ("
                            + Figures.range(row.effectLower(), row.effectUpper()) + ")"
                            + Names.unit(Names.unitOf(run, row.id())),
                    published));
        }
        aligned(cells).forEach(terminal::answer);
        if (rows.size() > ROWS) {
            terminal.answer("and " + Figures.count(rows.size() - ROWS, "further comparison") + " in the report");
        }
        terminal.answer("");
    }

    private static List<String> aligned(List<List<String>> cells) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = cells.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
                line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private String counts() {
        Manifest m = run.manifest();
        long compared = run.measurements().stream().filter(Measurement::isCompared).count();
        long inside = run.measurements().stream().filter(it -> it.inside().equals("yes")).count();
        String published = compared == 0
                ? "no published value compared"
                : inside + " of " + Figures.count(compared, "published value") + " as predicted";
        return Figures.grouped(result.simulations()) + " simulations in " + Figures.duration(result.seconds()) + ", "
                + (result.failed() == 0 ? "none failed" : Figures.count(result.failed(), "subject") + " failed") + "; "
                + published + "; parameters: " + m.evidence().sourced() + " sourced, " + m.evidence().assumed()
                + " assumed, " + m.evidence().flagged() + " flagged; seed " + m.seed() + ".";
    }

    private String firstObservable() {
        return run.manifest().observables().stream().findFirst().map(Manifest.Observable::id).orElse("PGE2");
    }
}
