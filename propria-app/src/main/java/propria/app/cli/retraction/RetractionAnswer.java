package propria.app.cli.retraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.evidence.Source;
import propria.inference.calibration.WithoutStudies;
import propria.study.Study;
import propria.study.evidence.MeasuredEvidence;
import propria.study.retraction.SourceInfluence;
import propria.study.retraction.Support;
import propria.study.retraction.Support.Fallback;
import propria.study.retraction.Verdict;
import propria.study.run.RetractionRun;
import propria.study.summary.Effect;
import propria.study.summary.Effect.Middle;

/// Says what falls with some sources: first what loses its support, then a fast estimate, then the exact answer.
final class RetractionAnswer {

    private static final double NANOS = 1e-9;

    private final Study study;
    private final RetractionRun run;
    private final List<Source> fallen;
    private final Optional<Reweighted> reweighted;
    private final Terminal terminal;

    RetractionAnswer(Study study, RetractionRun run, List<Source> fallen, Optional<Reweighted> reweighted,
            Terminal terminal) {
        this.study = study;
        this.run = run;
        this.fallen = fallen;
        this.reweighted = reweighted;
        this.terminal = terminal;
    }

    /// The study with a posterior that does not know what falls.
    ///
    /// @param without how it was made
    record Reweighted(RetractionRun run, WithoutStudies without) {
    }

    /// Whether a DOI or a name of a source is one of those that fall.
    static boolean falls(String name, List<Source> fallen) {
        return fallen.stream().anyMatch(s -> s.key().equalsIgnoreCase(name)
                || s.identifiers().doi().filter(name::equalsIgnoreCase).isPresent());
    }

    /// Says when the calibration was made on what falls, and what its draws are worth without it.
    private void calibrated() {
        reweighted.map(Reweighted::without).ifPresent(without -> {
            terminal.answer(String.format(java.util.Locale.ROOT, "The calibration was made on %s too. Its draws are "
                    + "weighted anew without %s: worth %.0f of %d draws, tail shape %.2f.",
                    String.join(", ", without.studies()), without.studies().size() == 1 ? "it" : "them",
                    without.effective(), without.posterior().points().size(), without.shape()));
            if (!without.holds()) {
                terminal.answer("Such weights do not hold: what follows is a hint. For an answer, take its rows out of"
                        + " library/calibration/evidence and run `propria calibrate`.");
            }
            terminal.put("tail_shape", without.shape()).put("effective_draws", without.effective());
        });
        terminal.put("calibrated_on", reweighted.map(r -> r.without().studies()).orElse(List.of()));
    }

    /// @param quick whether the estimate is enough
    int say(boolean quick) {
        terminal.answer(terminal.strong(study.title()) + " without "
                + fallen.stream().map(s -> s.key() + " (" + s.status().plain() + ")")
                        .collect(Collectors.joining(", ")));
        terminal.put("study", study.id()).put("off", fallen.stream().map(Source::key).toList());
        List<Support> touched = run.touched(fallen);
        List<MeasuredEvidence> measurements = run.measurements(fallen);
        support(touched);
        terminal.answer(measurements.isEmpty()
                ? "No published value of the study falls."
                : Figures.count(measurements.size(), "published value") + " of " + study.measurements().size()
                        + " can no longer be held against the study.");
        terminal.put("measurements_lost", measurements.size());
        calibrated();
        boolean moves = touched.stream().anyMatch(t -> t.drawable() && t.without(fallen).isPresent());
        if (!moves && reweighted.isEmpty()) {
            terminal.answer(
                    "No number of the study changes: every prediction stays as it is, and the conclusion holds.");
            terminal.put("moves", false).put("verdict", Verdict.HOLDS.word());
            return ExitCode.DONE;
        }
        terminal.put("moves", true);
        if (moves) {
            estimate();
        }
        if (!quick) {
            exact();
        }
        return ExitCode.DONE;
    }

    private void estimate() {
        long begin = System.nanoTime();
        SourceInfluence influence = run.quick(fallen);
        Set<String> off = fallen.stream().map(Source::key).collect(Collectors.toSet());
        List<Middle> before = influence.without(Set.of());
        List<Middle> after = influence.without(off);
        double fast = (System.nanoTime() - begin) * NANOS;
        List<String> ids = influence.endpoints().stream().map(e -> e.id() + "|" + e.arm()).toList();
        List<Boolean> compared = influence.endpoints().stream().map(e -> e.comparator().isPresent()).toList();
        table("estimate", "Fast estimate (" + Figures.duration(fast) + ", " + influence.endpoints().getFirst()
                .draws().length + " draws)", ids, compared, before, after, fast);
    }

    private void exact() {
        long begin = System.nanoTime();
        RetractionRun.Comparison exact = run.exact(fallen, reweighted.map(Reweighted::run).orElse(run));
        double seconds = (System.nanoTime() - begin) * NANOS;
        terminal.overwrite("");
        List<Effect> effects = exact.effects();
        table("exact", "Exact, run again with and without (" + Figures.duration(seconds) + ")",
                effects.stream().map(e -> e.endpoint().id() + "|" + study.arms().get(e.arm()).id()).toList(),
                effects.stream().map(e -> e.control().isPresent()).toList(), exact.with(), exact.without(), seconds);
    }

    private void support(List<Support> touched) {
        List<Map<String, Object>> told = new ArrayList<>();
        long orphans = touched.stream()
                .filter(t -> t.without(fallen).filter(f -> f.next().isEmpty()).isPresent()).count();
        terminal.answer(touched.isEmpty()
                ? "No number of the study loses support."
                : Figures.count(touched.size(), "number") + " lose" + (touched.size() == 1 ? "s" : "") + " support, "
                        + orphans + " of them all of it:");
        for (Support support : touched) {
            String id = support.number().parameter().id().replace("__", ".");
            String becomes = becomes(support);
            terminal.answer("  " + id + ": " + becomes);
            told.add(Map.of("number", id, "becomes", becomes, "orphan",
                    support.without(fallen).filter(f -> f.next().isEmpty()).isPresent()));
        }
        terminal.put("numbers", told);
    }

    private String becomes(Support support) {
        Optional<Fallback> fallback = support.without(fallen);
        if (fallback.isEmpty()) {
            return "stands as before on " + support.rungs().getFirst().citations().getFirst().shortForm();
        }
        Fallback f = fallback.get();
        String on = f.next().map(c -> "falls back to " + c.shortForm() + " (" + c.relation().word() + ")")
                .orElse("orphan; no other claim");
        if (!support.drawable() || f.prior().isFixed()) {
            return on + "; not drawn by this study, stays " + Figures.significant(support.usual().value(), 4);
        }
        return on + "; " + interval(support.usual()) + " becomes " + interval(f.prior());
    }

    private static String interval(propria.study.subject.Prior prior) {
        double z = propria.engine.random.Normal.Z95;
        return Figures.significant(prior.value(), 4) + (prior.isFixed()
                ? " (fixed)"
                : " (" + Figures.significant(prior.at(-z), 3) + " to " + Figures.significant(prior.at(z), 3) + ")");
    }

    private void table(String key, String title, List<String> ids, List<Boolean> compared, List<Middle> before,
            List<Middle> after, double seconds) {
        terminal.answer("");
        terminal.answer(terminal.strong(title));
        List<Map<String, Object>> rows = new ArrayList<>();
        boolean all = true;
        for (int i = 0; i < ids.size(); i++) {
            Verdict verdict = Verdict.of(before.get(i), after.get(i), compared.get(i));
            all &= verdict == Verdict.HOLDS || i > 0;
            String[] id = ids.get(i).split("\\|");
            terminal.answer("  " + id[0] + " " + id[1] + ": " + text(before.get(i)) + " → " + text(after.get(i)) + "  "
                    + verdict.word());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("endpoint", id[0]);
            row.put("arm", id[1]);
            row.put("with", List.of(before.get(i).value(), before.get(i).lower(), before.get(i).upper()));
            row.put("without", List.of(after.get(i).value(), after.get(i).lower(), after.get(i).upper()));
            row.put("verdict", verdict.word());
            rows.add(row);
        }
        terminal.answer("  the conclusion (" + ids.getFirst().split("\\|")[0] + ") "
                + (all ? Verdict.HOLDS.word() : Verdict.FLIPS.word()));
        terminal.put(key, Map.of("seconds", seconds, "endpoints", rows, "verdict",
                all ? Verdict.HOLDS.word() : Verdict.FLIPS.word()));
    }

    private static String text(Middle middle) {
        double half = (middle.upper() - middle.lower()) / 2;
        return Figures.within(middle.value(), half) + " (" + Figures.range(middle.lower(), middle.upper()) + ")";
    }
}
