package propria.study.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.engine.random.Normal;
import propria.engine.random.Streams;
import propria.engine.simulate.SimulationFailure;
import propria.evidence.Citation;
import propria.evidence.Source;
import propria.study.evidence.MeasuredEvidence;
import propria.study.retraction.Response;
import propria.study.retraction.SourceInfluence;
import propria.study.retraction.SourceInfluence.Exact;
import propria.study.retraction.SourceInfluence.Measured;
import propria.study.retraction.SourceInfluence.Number;
import propria.study.retraction.SourceInfluence.Rung;
import propria.study.retraction.SourceInfluence.Shape;
import propria.study.retraction.SourceInfluence.SourceRow;
import propria.study.retraction.Support;
import propria.study.run.work.Parallel;
import propria.study.subject.ParameterDraw;
import propria.study.subject.Prior;
import propria.study.summary.Effect;
import propria.study.summary.Outcomes;
import propria.study.summary.Prediction;

/// Simulates how the endpoints respond to each number that a source grounds, and puts together what a report needs to take
/// sources out.
final class SourceResponses {

    /// On how many subjects a response rests: the first of each of the first draws.
    private static final int SUBJECTS = 5;
    private static final double[] NORMALS = {-Normal.Z95, 0, Normal.Z95};

    /// Of a number that stands at its value as long as its sources do.
    private static final Shape STANDS = new Shape(0, 0, 0);

    private final StudyPlan plan;
    private final Streams later;
    private final int subjects;

    private SourceResponses(StudyPlan plan) {
        this.plan = plan;
        this.later = new Streams(plan.seed());
        this.subjects = StrictMath.min(SUBJECTS, plan.draws());
    }

    /// @param effects of the run
    /// @param normals by draw, the standard normal numbers behind it
    /// @param supports the numbers whose responses are wanted
    static SourceInfluence of(StudyPlan plan, List<Support> supports, int threads, List<Effect> effects,
            List<Prediction> predictions, List<double[]> normals) {
        SourceResponses responses = new SourceResponses(plan);
        List<Optional<double[][]>> each = Parallel.map(supports, threads, () -> new SubjectRunner(plan),
                responses::response);
        List<Number> numbers = new ArrayList<>();
        for (int i = 0; i < supports.size(); i++) {
            numbers.add(responses.number(supports.get(i), each.get(i), normals));
        }
        List<Measured> measured = new ArrayList<>();
        List<MeasuredEvidence> rows = MeasuredEvidence.of(plan.study().measurements(), plan.library());
        for (int i = 0; i < rows.size(); i++) {
            measured.add(new Measured(rows.get(i).citation().map(SourceResponses::fallsWith).orElse(List.of()),
                    predictions.get(i).inside()));
        }
        List<Exact> exact = responses.required(threads);
        return new SourceInfluence(Effect.LEVEL, responses.subjects,
                shown(effects).map(e -> responses.endpoint(e)).toList(), numbers, measured, responses.sources(rows),
                exact);
    }

    /// The answer without the sources in doubt, where the policy of the study requires it.
    private List<Exact> required(int threads) {
        boolean required = plan.study().integrity().decide(plan.evidence()).values().stream()
                .anyMatch(d -> d.needsSensitivity());
        if (!required) {
            return List.of();
        }
        List<Source> doubtful = plan.evidence().chain().stream().filter(s -> s.status().isInDoubt()).toList();
        return List.of(new Exact(doubtful.stream().map(Source::key).toList(), "required by the policy of the study",
                RetractionRun.again(plan, doubtful, threads, Progress.SILENT).stream().map(SourceResponses::middle)
                        .toList()));
    }

    /// The rows on which a conclusion rests: differences, and arms that are compared with none.
    static Stream<Effect> shown(List<Effect> effects) {
        return effects.stream().filter(e -> e.effect().isPresent() || e.endpoint().comparison().isEmpty());
    }

    static Effect.Middle middle(Effect effect) {
        return effect.effect().orElse(effect.estimate());
    }

    private SourceInfluence.Endpoint endpoint(Effect effect) {
        return new SourceInfluence.Endpoint(effect.endpoint().id(), plan.study().arms().get(effect.arm()).id(),
                effect.control().map(c -> plan.study().arms().get(c).id()), effect.draws());
    }

    private List<SourceRow> sources(List<MeasuredEvidence> rows) {
        Map<String, Source> all = new LinkedHashMap<>();
        plan.evidence().chain().forEach(s -> all.put(s.key(), s));
        rows.stream().flatMap(r -> r.citation().stream()).flatMap(Citation::chain)
                .forEach(s -> all.putIfAbsent(s.key(), s));
        return all.values().stream().map(s -> new SourceRow(s.key(), s.status().word())).toList();
    }

    private static List<String> fallsWith(Citation citation) {
        return Stream.of(citation.source().key(), citation.primary().key()).distinct().toList();
    }

    private Number number(Support support, Optional<double[][]> response, List<double[]> normals) {
        String id = support.number().parameter().id();
        Prior usual = support.usual();
        int column = plan.sampler().drawn().indexOf(id.endsWith("/viability")
                ? "viability"
                : id.substring(id.indexOf('/') + 1));
        double[] own = new double[normals.size()];
        for (int draw = 0; draw < own.length; draw++) {
            own[draw] = column < 0 ? later.normal(draw, Streams.NO_SUBJECT, id, 0) : normals.get(draw)[column];
        }
        double[] at = Arrays.stream(NORMALS).map(z -> z * (z < 0 ? support.orphan().below() : support.orphan().above()))
                .toArray();
        return new Number(id.replace("__", "."), support.number().parameter().description().name().orElse(id),
                column < 0 ? STANDS : shape(usual, usual),
                support.rungs().stream().map(r -> new Rung(
                        r.citations().stream().map(Citation::shortForm).collect(Collectors.joining(" + ")),
                        r.citations().stream().flatMap(c -> fallsWith(c).stream()).distinct().toList(),
                        shape(usual, r.prior()))).toList(),
                shape(usual, support.orphan()), own, at, response.map(Arrays::asList).orElse(List.of()));
    }

    private static Shape shape(Prior usual, Prior other) {
        return new Shape(usual.offsetTo(other), other.below(), other.above());
    }

    /// By endpoint, the typical effect with the number at each of three quantiles; empty when it is not drawn, has no width
    /// without its sources, or cannot be simulated there.
    private Optional<double[][]> response(SubjectRunner runner, Support support) {
        if (!support.drawable() || support.orphan().isFixed()) {
            return Optional.empty();
        }
        double[][][] each = new double[Math.toIntExact(endpoints())][NORMALS.length][];
        for (int i = 0; i < NORMALS.length; i++) {
            Prior fixed = Prior.fixed(support.orphan().at(NORMALS[i]));
            StudyPlan moved = plan.with(Map.of(support.number().parameter().id(), fixed));
            Outcomes outcomes = new Outcomes(subjects, 1, plan.study().arms().size(), plan.outputs().size(),
                    plan.times());
            for (int d = 0; d < subjects; d++) {
                ParameterDraw draw = moved.sampler().draw(d);
                Optional<SimulationFailure> _ = runner.run(draw, moved.sampler().subject(draw, 0), outcomes);
            }
            List<Effect> effects = shown(Effect.of(plan.study(), outcomes)).toList();
            for (int e = 0; e < effects.size(); e++) {
                each[e][i] = effects.get(e).draws();
            }
        }
        double[][] response = Arrays.stream(each).map(Response::typical).toArray(double[][]::new);
        boolean whole = Arrays.stream(response).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
        return whole ? Optional.of(response) : Optional.empty();
    }

    private long endpoints() {
        return shown(Effect.of(plan.study(), new Outcomes(1, 1, plan.study().arms().size(), plan.outputs().size(),
                plan.times()))).count();
    }
}
