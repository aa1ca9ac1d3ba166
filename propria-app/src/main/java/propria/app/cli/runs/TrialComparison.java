package propria.app.cli.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.report.data.CsvTable;
import propria.app.text.Figures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two runs of trials side by side: what went in, and which operating characteristics differ by more than chance.
record TrialComparison(Path a, Path b) {

    private static final List<String> INPUTS = List.of("population", "patients", "trials", "alpha", "seed",
            "design_sha256", "inputs_sha256");
    private static final List<String> MEASURES = List.of("power", "assurance", "type_1_error",
            "type_1_error_unadjusted",
            "true_effect", "bias", "coverage");
    private static final double BEYOND = 2;
    private static final int SHOWN = 20;

    int say(Terminal terminal) {
        try {
            JsonNode one = read(a);
            JsonNode other = read(b);
            List<String> inputs = new ArrayList<>();
            for (String key : INPUTS) {
                if (!one.path(key).equals(other.path(key))) {
                    inputs.add(key + ": " + words(one.path(key)) + " → " + words(other.path(key)));
                }
            }
            list(terminal, "inputs", inputs);
            List<String> moved = new ArrayList<>();
            int within = outputs(moved);
            list(terminal, "outputs", moved);
            boolean same = one.path("summary_sha256").equals(other.path("summary_sha256"));
            terminal.answer(same
                    ? "operating.csv is the same to the last byte"
                    : Figures.count(within, "number") + " within " + (int) BEYOND
                            + " Monte-Carlo errors of each other, " + moved.size() + " not");
            terminal.put("same_summary", same);
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path folder) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve("manifest.json")));
    }

    private static String words(JsonNode node) {
        String text = node.asString("");
        return text.length() > 16 ? text.substring(0, 12) + "…" : text.isEmpty() ? node.toString() : text;
    }

    private static void list(Terminal terminal, String what, List<String> lines) {
        terminal.put(what, lines);
        terminal.answer(terminal.strong(what + ": ")
                + (lines.isEmpty() ? "the same" : Figures.count(lines.size(), "difference")));
        lines.stream().limit(SHOWN).forEach(line -> terminal.answer("  " + line));
        if (lines.size() > SHOWN) {
            terminal.answer("  and " + (lines.size() - SHOWN) + " more");
        }
    }

    private record Number(double value, double error) {
    }

    /// @return how many numbers differ by no more than chance
    private int outputs(List<String> moved) throws IOException {
        Map<String, Number> before = numbers(a);
        Map<String, Number> now = numbers(b);
        int within = 0;
        for (Map.Entry<String, Number> entry : now.entrySet()) {
            Number other = entry.getValue();
            Number was = before.remove(entry.getKey());
            if (was == null) {
                moved.add(entry.getKey() + " only in B");
            } else if (Math.abs(other.value() - was.value()) > BEYOND * Math.hypot(was.error(), other.error())
                    + 1e-12) {
                moved.add(String.format(Locale.ROOT, "%s: %.3f (%.3f) → %.3f (%.3f)", entry.getKey(), was.value(),
                        was.error(), other.value(), other.error()));
            } else {
                within++;
            }
        }
        before.keySet().forEach(key -> moved.add(key + " only in A"));
        return within;
    }

    /// The error of a mean over a single draw is not known; then every difference counts.
    private static double known(double error) {
        return Double.isNaN(error) ? 0 : error;
    }

    private static Map<String, Number> numbers(Path folder) throws IOException {
        Map<String, Number> numbers = new LinkedHashMap<>();
        for (CsvTable.Row row : CsvTable.readIfPresent(folder.resolve("operating.csv")).rows()) {
            if (MEASURES.contains(row.text("measure"))) {
                numbers.put(String.join(" ", row.text("bank"), row.text("population"), row.text("estimand"),
                        row.text("arm"), row.text("patients"), row.text("measure")),
                        new Number(row.value("value"), known(row.value("mc_error"))));
            }
        }
        return numbers;
    }
}
