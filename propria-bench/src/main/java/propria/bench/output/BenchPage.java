package propria.bench.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import propria.bench.measure.Finding;
import propria.bench.precision.Comparison;
import propria.bench.workload.Workloads;

/// The page `bench.md` with its pictures.
///
/// @param command what was typed
/// @param circumstances versions, machine, date, a line each
/// @param findings goals and what was reached
/// @param comparisons over single simulations and gradients
/// @param refused what was not compared
/// @param pictured the names of the comparisons that are shown as pictures
public record BenchPage(String command, List<String> circumstances, List<Finding> findings,
        List<Comparison> comparisons, List<Workloads.Refused> refused, List<String> pictured) {

    /// Writes the page and its pictures.
    public void write(Path folder) throws IOException {
        Path images = folder.resolve("images");
        Files.createDirectories(images);
        List<String> page = new ArrayList<>(head());
        for (Comparison comparison : comparisons) {
            if (pictured.contains(comparison.subject().name())) {
                String file = "bench-" + comparison.subject().name().replaceAll("[^A-Za-z0-9]+", "-") + ".svg";
                Files.writeString(images.resolve(file), CurvePicture.of(comparison));
                page.add("![" + comparison.subject().name() + ": time against error](images/" + file + ")");
                page.add("");
            }
        }
        page.addAll(tables());
        Files.write(folder.resolve("bench.md"), page);
    }

    private List<String> head() {
        List<String> lines = new ArrayList<>(List.of("# How fast", "",
                "Written by a command; how it measures and why so: [decision 8](decisions/0008-bench.md); why goals were missed "
                        + "and what was tried: [decision 31](decisions/0031-engine-goals.md). Bad ratios stay in.",
                "", "```", command, "```", ""));
        circumstances.forEach(line -> lines.add("- " + line));
        lines.addAll(List.of("", "## Goals and what was reached", "", "| measure | against | goal | reached | met |",
                "|---|---|---|---|---|"));
        findings.forEach(f -> lines.add(String.join(" | ", "| " + f.measure(), f.against(), f.goal(), f.reached(),
                f.met() ? "yes |" : "no |")));
        lines.addAll(List.of("", "## Work against precision", "",
                "Each point is a tolerance; lower is faster, farther right is more exact.", ""));
        return lines;
    }

    private List<String> tables() {
        List<String> lines = new ArrayList<>(List.of("## Single simulations", "",
                "How many times longer others take for the same error: the median over errors from 1e-2 to 1e-10 that both "
                        + "reach, in brackets the least and the largest. `ref.err` is the disagreement of the two solutions "
                        + "at 1e-12 that give the reference; `us@1e-5` the microseconds of the automatic choice for an "
                        + "error of 1e-5.",
                "", "```"));
        lines.addAll(ComparisonTable.lines(comparisons));
        lines.addAll(List.of("```", ""));
        ComparisonTable.summary(comparisons, ComparisonTable.RIVALS).forEach(line -> lines.add("- " + line));
        lines.add("");
        if (ComparisonTable.hasAblations(comparisons)) {
            lines.addAll(ablations());
        }
        if (!refused.isEmpty()) {
            lines.addAll(List.of("Not compared:", ""));
            refused.forEach(one -> lines.add("- " + one.name() + ": " + shortened(one.why())));
        }
        lines.addAll(List.of("", "Notes of the comparisons:", ""));
        comparisons.stream().filter(c -> !c.notes().isEmpty()).forEach(c -> lines.add(String.format(Locale.ROOT,
                "- %s: %s", c.subject().name(), shortened(String.join("; ", c.notes())))));
        return lines;
    }

    private List<String> ablations() {
        List<Comparison> single = comparisons.stream()
                .filter(c -> ComparisonTable.hasAblations(List.of(c))).toList();
        List<String> lines = new ArrayList<>(List.of("## The engine without each of its improvements", "",
                "How many times longer the engine takes for the same error when one thing is taken from it.", "",
                "```"));
        lines.addAll(ComparisonTable.lines(single, ComparisonTable.ABLATIONS));
        lines.addAll(List.of("```", ""));
        ComparisonTable.summary(single, ComparisonTable.ABLATIONS).forEach(line -> lines.add("- " + line));
        lines.add("");
        return lines;
    }

    private static String shortened(String text) {
        return text.length() <= 240 ? text : text.substring(0, 240) + " …";
    }
}
