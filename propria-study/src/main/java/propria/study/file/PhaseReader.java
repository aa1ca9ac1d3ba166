package propria.study.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import propria.formats.yaml.YamlMapping;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Insult;
import propria.study.Phase;
import propria.study.Phase.Exposure;
import propria.study.library.Library;
import propria.study.quantity.DoseAmount;
import propria.study.quantity.Quantity;
import propria.study.reading.Findings;
import propria.study.reading.Values;

/// Reads `phases:`.
final class PhaseReader {

    private final Library library;
    private final Findings findings;

    PhaseReader(Library library, Findings findings) {
        this.library = library;
        this.findings = findings;
    }

    List<Phase> phases(YamlMapping file) {
        List<Phase> phases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlMapping entry : findings.attempt(() -> file.mappings("phases")).orElse(List.of())) {
            findings.attempt(() -> phase(entry)).ifPresent(phase -> {
                if (!names.add(phase.name())) {
                    findings.add(Problem.error("S020", entry.placeOf("name"),
                            "two phases are named `" + phase.name() + "`", "", "rename one"));
                }
                if (!phases.isEmpty()) {
                    follows(phases.getLast(), phase, entry.placeOf("from"));
                }
                phases.add(phase);
            });
        }
        if (phases.isEmpty()) {
            findings.add(Problem.error("S026", file.placeOf("phases"), "the study has no phase", "",
                    "add `phases: [{name: course, from: 0 d, to: 7 d}]`"));
        }
        return phases;
    }

    private void follows(Phase before, Phase phase, SourceLocation place) {
        if (phase.from() < before.to()) {
            findings.add(Problem.error("S021", place, "the phase `" + phase.name() + "` begins before `"
                    + before.name() + "` has ended",
                    "at " + Quantity.plain(phase.from()) + " d, before " + Quantity.plain(before.to()) + " d",
                    "phases come in order and do not overlap"));
        }
    }

    private Phase phase(YamlMapping entry) {
        entry.allow("name", "from", "to", "insult");
        double from = Values.days(entry, "from");
        double to = Values.days(entry, "to");
        if (!(from < to)) {
            throw new ProblemException(Problem.error("S022", entry.placeOf("to"),
                    "the phase `" + entry.text("name") + "` ends before it begins",
                    "from " + Quantity.plain(from) + " d to " + Quantity.plain(to) + " d", "swap the times"));
        }
        List<Exposure> exposures = new ArrayList<>();
        entry.optionalMapping("insult").ifPresent(insults -> insults.keys()
                .forEach(id -> findings.attempt(() -> exposure(insults, id)).ifPresent(exposures::add)));
        return new Phase(entry.text("name"), from, to, exposures, entry.place());
    }

    private Exposure exposure(YamlMapping insults, String id) {
        SourceLocation place = insults.placeOf(id);
        Insult insult = Optional.ofNullable(library.insults().get(id))
                .orElseThrow(() -> Findings.unknown("S008", place, "insult", id, library.insults().keySet()));
        String text = insult.unit().equals("1") && isNumber(insults.text(id))
                ? insults.text(id) + " 1"
                : insults.text(id);
        double value = DoseAmount.in(insult.unit(), Quantity.read(text, place).notNegative(), 1);
        if (value > insult.maximum()) {
            throw new ProblemException(Problem.error("S025", place,
                    "`" + id + "` is above what the model was made for",
                    Quantity.plain(value) + " " + insult.unit() + ", at most " + Quantity.plain(insult.maximum()) + " "
                            + insult.unit(),
                    "lower it"));
        }
        return new Exposure(insult, value);
    }

    private static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
