package propria.evidence.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import propria.evidence.Integrity;
import propria.evidence.Integrity.Status;
import propria.evidence.ModelEvidence;
import propria.evidence.ParameterEvidence;
import propria.evidence.Source;
import propria.evidence.policy.Treatment.Exclude;
import propria.evidence.policy.Treatment.Use;
import propria.evidence.policy.Treatment.Widen;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlNode;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.Severity;
import propria.model.problem.SourceLocation;

/// What a study does with numbers whose sources are retracted, under concern and so on: the `integrity:` block of a study
/// file. A status that the block does not name is treated as [#STANDARD] does.
///
/// @param treatments one treatment a status
/// @param reasons why a status is treated less cautiously than the standard, as the study says it; a report shows this
///        on its first page
public record IntegrityPolicy(Map<Status, Treatment> treatments, Map<Status, String> reasons) {

    /// The exit code of a study that its policy forbids.
    public static final int EXIT_CODE = 4;

    /// Retracted sources do not count; numbers under concern, and those of a first version that was replaced, get a prior
    /// twice as wide and a sensitivity analysis; all others are used.
    public static final IntegrityPolicy STANDARD = new IntegrityPolicy(
            Map.of(Status.NOT_CHECKED, new Use(), Status.OK, new Use(), Status.REINSTATED, new Use(), Status.CORRECTED,
                    new Use(), Status.PREPRINT_SUPERSEDED, new Use(), Status.REPLACED, new Widen(2, true),
                    Status.EXPRESSION_OF_CONCERN, new Widen(2, true), Status.RETRACTED, new Exclude()),
            Map.of());

    public IntegrityPolicy {
        treatments = Map.copyOf(treatments);
        reasons = Map.copyOf(reasons);
    }

    /// Reads the block, such as `{retracted: exclude, expression_of_concern: {inflate: 2, sensitivity: required}}`. A
    /// value is `use`, `exclude`, or a mapping of `treat`, `inflate`, `sensitivity` and `reason`.
    ///
    /// @throws ProblemException E420 when a status is treated less cautiously than the standard without a reason, E422
    ///         for a treatment that is not one
    public static IntegrityPolicy read(YamlMapping block) {
        block.allow(Arrays.stream(Status.values()).map(Status::word).toArray(String[]::new));
        Map<Status, Treatment> treatments = new EnumMap<>(STANDARD.treatments());
        Map<Status, String> reasons = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            Optional<YamlNode> node = block.node(status.word());
            if (node.isPresent()) {
                Treatment treatment = treatment(block, status);
                Optional<String> reason = node.get() instanceof YamlMapping m
                        ? m.optionalText("reason")
                        : Optional.empty();
                reason.ifPresent(r -> reasons.put(status, r));
                if (lessCautious(treatment, STANDARD.treatment(status)) && reason.isEmpty()) {
                    throw new ProblemException(unreasoned(status, block.placeOf(status.word())));
                }
                treatments.put(status, treatment);
            }
        }
        return new IntegrityPolicy(treatments, reasons);
    }

    private static Problem unreasoned(Status status, SourceLocation place) {
        return Problem.error("E420", place, "sources with status `" + status.word()
                + "` are treated less cautiously than usual, and no reason is given",
                "the usual treatment is " + words(STANDARD.treatment(status)),
                "add a reason: `" + status.word() + ": {treat: use, reason: \"…\"}`; the report prints it");
    }

    private static boolean lessCautious(Treatment one, Treatment other) {
        if (one instanceof Widen a && other instanceof Widen b) {
            return a.factor() < b.factor() || b.sensitivity() && !a.sensitivity();
        }
        return one.caution() < other.caution();
    }

    private static Treatment treatment(YamlMapping block, Status status) {
        String key = status.word();
        if (block.node(key).orElseThrow() instanceof YamlMapping details) {
            return detailed(details);
        }
        return plain(block.text(key), block.placeOf(key));
    }

    private static Treatment detailed(YamlMapping details) {
        details.allow("treat", "inflate", "sensitivity", "reason");
        if (details.has("treat")) {
            return plain(details.text("treat"), details.placeOf("treat"));
        }
        double factor = details.number("inflate");
        String sensitivity = details.optionalText("sensitivity").orElse("required");
        if (factor < 1 || !List.of("required", "optional").contains(sensitivity)) {
            throw new ProblemException(Problem.error("E422", details.place(), "this treatment is not one",
                    "`inflate` is " + factor + ", `sensitivity` is " + sensitivity,
                    "`inflate` is at least 1, `sensitivity` is `required` or `optional`"));
        }
        return new Widen(factor, sensitivity.equals("required"));
    }

    private static Treatment plain(String word, SourceLocation place) {
        return switch (word) {
            case "use", "include" -> new Use();
            case "exclude" -> new Exclude();
            default -> throw new ProblemException(Problem.error("E422", place, "`" + word + "` is not a treatment",
                    "known: include (or use), exclude, {inflate: 2, sensitivity: required}", "use one of these"));
        };
    }

    private static String words(Treatment treatment) {
        return switch (treatment) {
            case Use _ -> "`use`";
            case Exclude _ -> "`exclude`";
            case Widen widen -> "`{inflate: " + widen.factor() + ", sensitivity: "
                    + (widen.sensitivity() ? "required" : "optional") + "}`";
        };
    }

    /// What is done because of a source of that status.
    public Treatment treatment(Status status) {
        return treatments.getOrDefault(status, new Use());
    }

    /// What is done with each number that its sources call for something, by id, in the order of the model. A number that
    /// is used as it is has no entry.
    public SequencedMap<String, Decision> decide(ModelEvidence evidence) {
        SequencedMap<String, Decision> decisions = new LinkedHashMap<>();
        evidence.parameters().forEach((id, number) -> {
            Decision decision = decide(number);
            if (!(decision.treatment() instanceof Use) || decision.message().isPresent()) {
                decisions.put(id, decision);
            }
        });
        return decisions;
    }

    private Decision decide(ParameterEvidence number) {
        List<Source> out = number.chain().stream().filter(s -> treatment(s.status()) instanceof Exclude).toList();
        List<Source> kept = number.chain().stream().filter(s -> !out.contains(s)).toList();
        boolean bare = number.citations().stream()
                .noneMatch(c -> c.grounds() && c.chain().noneMatch(out::contains));
        if (!out.isEmpty() && bare) {
            return new Decision(number, new Exclude(), Optional.of(excluded(number, out)));
        }
        Treatment treatment = new Use();
        for (Source source : kept) {
            treatment = stricter(treatment, treatment(source.status()));
        }
        if (!out.isEmpty()) {
            return new Decision(number, treatment, Optional.of(leftOut(number, out, kept)));
        }
        return new Decision(number, treatment, treatment instanceof Widen widen
                ? Optional.of(widened(number, widen))
                : Optional.empty());
    }

    private static Treatment stricter(Treatment a, Treatment b) {
        if (a instanceof Widen one && b instanceof Widen two) {
            return new Widen(Math.max(one.factor(), two.factor()), one.sensitivity() || two.sensitivity());
        }
        return a.caution() >= b.caution() ? a : b;
    }

    /// What forbids a study: every number without a source that counts (E401), and, unless the study plans a sensitivity
    /// analysis, every number that needs one (E403). Empty when the study may run.
    public List<Problem> breaches(ModelEvidence evidence, boolean sensitivityPlanned) {
        List<Problem> breaches = new ArrayList<>();
        for (Decision decision : decide(evidence).values()) {
            decision.message().filter(Problem::isError).ifPresent(breaches::add);
            if (decision.needsSensitivity() && !sensitivityPlanned) {
                ParameterEvidence number = decision.number();
                breaches.add(Problem.error("E403", number.parameter().definedAt(), "`" + number.parameter().id()
                        + "` needs a sensitivity analysis, and the study plans none", standing(number.chain()),
                        "draw parameters from their priors (`uncertainty: {parameters: prior, draws: 200}`)"));
            }
        }
        return breaches;
    }

    /// What a report must show: sources that were left out, priors that were widened, and the reasons that the study
    /// gives for treating a status less cautiously than usual.
    public List<Problem> warnings(ModelEvidence evidence) {
        List<Problem> warnings = new ArrayList<>();
        reasons.forEach((status, reason) -> warnings.add(new Problem(Severity.WARNING, "E421",
                Optional.empty(), "sources with status `" + status.word() + "` are treated as "
                        + words(treatment(status)),
                "the study says: " + reason, "")));
        decide(evidence).values().stream().flatMap(d -> d.message().stream()).filter(m -> !m.isError())
                .forEach(warnings::add);
        return warnings;
    }

    private static Problem excluded(ParameterEvidence number, List<Source> out) {
        return Problem.error("E401", number.parameter().definedAt(), "`" + number.parameter().id()
                + "` rests only on sources that the policy excludes", standing(out),
                "cite a sound source, or say in the study why it may be used");
    }

    private static Problem leftOut(ParameterEvidence number, List<Source> out, List<Source> kept) {
        return Problem.warning("E402", number.parameter().definedAt(), "`" + number.parameter().id()
                + "` cites a source that the policy excludes",
                standing(out) + "; it still stands on "
                        + kept.stream().map(Source::key).collect(Collectors.joining(", ")),
                "");
    }

    private static Problem widened(ParameterEvidence number, Widen widen) {
        return Problem.warning("E404", number.parameter().definedAt(), "the prior of `" + number.parameter().id()
                + "` is made " + widen.factor() + " times as wide", standing(number.chain()), "");
    }

    private static String standing(List<Source> sources) {
        return sources.stream().map(s -> s.key() + ": " + s.verdict().map(Integrity::line).orElse(s.status().plain()))
                .collect(Collectors.joining("; "));
    }
}
