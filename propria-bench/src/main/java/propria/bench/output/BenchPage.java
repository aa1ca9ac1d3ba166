package propria.bench.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import propria.bench.precision.Comparison;

/// The page `bench.md` with its pictures: whole, by one run of one command.
///
/// @param command what was typed
/// @param circumstances versions, machine, date, a line each
/// @param toCome what the run has still before it; empty where it has come to its end
/// @param found what was measured
/// @param pictured the names of the comparisons that are shown as pictures
public record BenchPage(String command, List<String> circumstances, String toCome, Findings found,
        List<String> pictured) {

    private static final int LONGEST_NOTE = 240;
    private static final String METHOD = "How many times longer others take for the same error: the median over errors "
            + "from 1e-2 to 1e-10 that both reach, in brackets the least and the largest. `ref.err` is the disagreement of "
            + "the two solutions at 1e-12 that give the reference; `us@1e-5` the microseconds of the first contender (the "
            + "automatic choice, derivatives under error control) for an error of 1e-5.";

    /// Writes the page and its pictures.
    public void write(Path folder) throws IOException {
        List<String> page = new ArrayList<>(head());
        page.addAll(pictures(folder.resolve("images")));
        page.addAll(single());
        page.addAll(gradients());
        page.addAll(ablations());
        page.addAll(remarks());
        Files.write(folder.resolve("bench.md"), page);
    }

    private List<String> head() {
        List<String> lines = new ArrayList<>(List.of("# How fast", "",
                "Written by one run of the command below, nothing by hand. How it measures and why so: "
                        + "[decision 8](decisions/0008-bench.md); what was tried and what bounds the goals that were missed: "
                        + "[decisions 31](decisions/0031-engine-goals.md), [32](decisions/0032-engine-restarts.md) and "
                        + "[47](decisions/0047-choice-by-trial.md). Bad ratios stay in.",
                "", "```", command, "```", ""));
        if (!toCome.isEmpty()) {
            lines.addAll(List.of("**This run was ended before its end; it had still before it: " + toCome + ".**", ""));
        }
        circumstances.forEach(line -> lines.add("- " + line));
        lines.addAll(List.of("", "## Goals and what was reached", "", "| measure | against | goal | reached | met |",
                "|---|---|---|---|---|"));
        found.goals().forEach(f -> lines.add(String.join(" | ", "| " + f.measure(), f.against(), f.goal(), f.reached(),
                f.met() ? "yes |" : "no |")));
        lines.add("");
        return lines;
    }

    private List<String> pictures(Path images) throws IOException {
        Files.createDirectories(images);
        List<String> lines = new ArrayList<>(List.of("## Work against precision", "",
                "Each point is a tolerance; lower is faster, farther right is more exact.", ""));
        for (Comparison comparison : Stream.concat(found.single().stream(), found.gradients().stream()).toList()) {
            String name = comparison.subject().name();
            if (pictured.contains(name)) {
                String file = "bench-" + name.replaceAll("[^A-Za-z0-9]+", "-") + ".svg";
                Files.writeString(images.resolve(file), CurvePicture.of(comparison));
                lines.addAll(List.of("![" + name + ": time against error](images/" + file + ")", ""));
            }
        }
        return lines;
    }

    private List<String> single() {
        List<String> lines = new ArrayList<>(List.of("## Single simulations", "", METHOD, ""));
        table(found.single(), ComparisonTable.RIVALS, lines);
        return lines;
    }

    private List<String> gradients() {
        List<String> lines = new ArrayList<>();
        for (Comparison gradient : found.gradients()) {
            lines.addAll(List.of("## Derivatives", "", "Of every state by 20 parameters; ratios as above.", ""));
            table(List.of(gradient), ComparisonTable.others(gradient), lines);
        }
        return lines;
    }

    private List<String> ablations() {
        List<Comparison> shown = found.single().stream().filter(c -> ComparisonTable.hasAblations(List.of(c))).toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("## The engine without each of its improvements", "",
                "How many times longer the engine takes for the same error when one thing is taken from it.", ""));
        table(shown, ComparisonTable.ABLATIONS, lines);
        return lines;
    }

    private static void table(List<Comparison> shown, List<ComparisonTable.Rivals> rivals, List<String> lines) {
        lines.add("```");
        lines.addAll(ComparisonTable.lines(shown, rivals));
        lines.addAll(List.of("```", ""));
        ComparisonTable.summary(shown, rivals).forEach(line -> lines.add("- " + line));
        lines.add("");
    }

    private List<String> remarks() {
        List<String> lines = new ArrayList<>();
        if (!found.refused().isEmpty()) {
            lines.addAll(List.of("## Not compared", ""));
            found.refused().forEach(one -> lines.add("- " + one.name() + ": " + shortened(one.why())));
            lines.add("");
        }
        List<String> notes = Stream.concat(found.single().stream(), found.gradients().stream())
                .filter(c -> !c.notes().isEmpty()).map(c -> String.format(Locale.ROOT, "- %s: %s", c.subject().name(),
                        shortened(String.join("; ", c.notes()))))
                .toList();
        if (!notes.isEmpty()) {
            lines.addAll(List.of("## Who was left out where", ""));
            lines.addAll(notes);
        }
        return lines;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NOTE ? text : text.substring(0, LONGEST_NOTE) + " …";
    }
}
