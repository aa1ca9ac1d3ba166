package propria.app.studio;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import propria.app.report.data.Run;
import propria.app.report.data.RunFolder;
import propria.app.studio.answer.ForestAnswer;
import propria.app.studio.answer.PublishedDesigns;
import propria.app.studio.picture.DoseResponse;
import propria.app.studio.picture.Identifiability;
import propria.app.studio.picture.KeptStudy;
import propria.app.studio.picture.SourcesOff;
import propria.app.studio.picture.SubjectEffects;
import propria.app.studio.picture.Tornado;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Endpoint;
import propria.study.Study;

/// What pictures are drawn from, beside runs and studies themselves.
final class PictureRoutes {

    private static final int MOST_BARS = 40;
    private static final int MOST_DRAWS = 60;

    private final Laboratory laboratory;

    PictureRoutes(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/identifiability",
                ctx -> Json.send(ctx, Map.of("parameters", Identifiability.of(laboratory.library()))));
        routes.get("/api/runs/{name}/sources",
                ctx -> Json.send(ctx, Map.of("sources", SourcesOff.each(run(ctx)))));
        routes.post("/api/runs/{name}/without", this::without);
        routes.get("/api/runs/{name}/subjects/{endpoint}/{arm}/{comparator}",
                ctx -> Json.send(ctx, SubjectEffects.of(laboratory.run(ctx.pathParam("name")),
                        ctx.pathParam("endpoint"), ctx.pathParam("arm"), ctx.pathParam("comparator"))));
        routes.get("/api/runs/{name}/subject/{draw}/{subject}", ctx -> Json.send(ctx, KeptStudy.course(
                laboratory.run(ctx.pathParam("name")), run(ctx).manifest(), whole(ctx, "draw"),
                whole(ctx, "subject"))));
        routes.get("/api/studies/{name}/forest", ctx -> Json.send(ctx, ForestAnswer.of(
                laboratory.study(ctx.pathParam("name")), laboratory.library())));
        routes.get("/api/studies/{name}/dose-response/{endpoint}", this::doseResponse);
        routes.get("/api/studies/{name}/tornado/{endpoint}", this::tornado);
    }

    private Run run(Context ctx) {
        return RunFolder.read(laboratory.run(ctx.pathParam("name")));
    }

    /// How many draws an interval shall rest on; none where nothing is asked for.
    private static int draws(Context ctx) {
        return Math.clamp(Optional.ofNullable(ctx.queryParam("draws")).filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt).orElse(0), 0, MOST_DRAWS);
    }

    private static int whole(Context ctx, String key) {
        String text = ctx.pathParam(key);
        if (!text.matches("\\d{1,9}")) {
            throw new ProblemException(Problem.error("U502", "subjects have numbers", "`" + key + "` is none",
                    "choose a subject of the picture"));
        }
        return Integer.parseInt(text);
    }

    private void without(Context ctx) {
        Set<String> off = Json.body(ctx).path("off").valueStream().map(n -> n.asString(""))
                .collect(Collectors.toSet());
        Json.send(ctx, SourcesOff.of(run(ctx), off));
    }

    private void doseResponse(Context ctx) {
        Study study = laboratory.study(ctx.pathParam("name"));
        Endpoint endpoint = compared(study, ctx.pathParam("endpoint"));
        Json.send(ctx, DoseResponse.of(study, laboratory.models().held(study), endpoint,
                PublishedDesigns.read(laboratory.library()).doses(laboratory.library()), draws(ctx),
                Laboratory.threads()));
    }

    /// Of the parameters that are asked for, else of those that were calibrated.
    private void tornado(Context ctx) {
        Study study = laboratory.study(ctx.pathParam("name"));
        List<String> asked = Arrays.stream(Optional.ofNullable(ctx.queryParam("parameters")).orElse("").split(","))
                .filter(id -> !id.isBlank()).toList();
        List<String> parameters = (asked.isEmpty()
                ? Identifiability.of(laboratory.library()).stream().map(Identifiability::parameter).toList()
                : asked).stream().map(id -> id.replace(".", "__")).limit(MOST_BARS).toList();
        Json.send(ctx, Tornado.of(study, laboratory.models().held(study), compared(study, ctx.pathParam("endpoint")),
                parameters, draws(ctx), Laboratory.threads()));
    }

    /// An endpoint that compares an arm which receives something with another.
    private static Endpoint compared(Study study, String id) {
        return study.endpoints().stream().filter(e -> e.id().equals(id))
                .filter(e -> e.comparison().filter(c -> !study.arms().get(study.armIndex(c.treated())).regimens()
                        .isEmpty()).isPresent())
                .findFirst().orElseThrow(() -> new ProblemException(Problem.error("U505",
                        "the study compares no treated arm under the name `" + id + "`",
                        "only an endpoint that compares two arms, of which the first receives something, is drawn so",
                        "add an endpoint with `compare`")));
    }
}
