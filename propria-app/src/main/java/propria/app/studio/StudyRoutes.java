package propria.app.studio;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import propria.app.studio.answer.ModelCache;
import propria.app.studio.answer.NetworkAnswer;
import propria.app.studio.answer.PreviewAnswer;
import propria.app.studio.answer.SimilarAnswer;
import propria.app.studio.answer.StudyAnswer;
import propria.app.studio.answer.ViewFile;
import propria.app.studio.answer.WhyAnswer;
import propria.app.studio.workspace.Versions;
import propria.app.studio.workspace.Workspace;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.run.RunOptions;
import propria.study.run.StudyRunner;
import tools.jackson.databind.JsonNode;

/// What can be done with a study: open, change, undo, redo, fork, preview, ask why, run.
final class StudyRoutes {

    private static final int MOST_DRAWS_OF_WHY = 200;

    private final Laboratory laboratory;
    private final Workspace workspace;
    private final Library library;
    private final ModelCache models;

    StudyRoutes(Laboratory laboratory) {
        this.laboratory = laboratory;
        this.workspace = laboratory.workspace();
        this.library = laboratory.library();
        this.models = laboratory.models();
    }

    void add(RoutesConfig routes) {
        routes.get("/api/studies", ctx -> Json.send(ctx, Map.of("studies", workspace.studies())));
        routes.post("/api/studies", this::create);
        routes.get("/api/studies/{name}", ctx -> Json.send(ctx, answer(name(ctx), versions(name(ctx)).state())));
        routes.put("/api/studies/{name}", this::save);
        routes.post("/api/studies/{name}/undo", ctx -> step(ctx, Versions::undo));
        routes.post("/api/studies/{name}/redo", ctx -> step(ctx, Versions::redo));
        routes.get("/api/studies/{name}/preview", this::preview);
        routes.get("/api/studies/{name}/crypt", this::crypt);
        routes.get("/api/studies/{name}/network", this::network);
        routes.get("/api/studies/{name}/why/{endpoint}", this::why);
        routes.get("/api/studies/{name}/similar",
                ctx -> Json.send(ctx, SimilarAnswer.of(study(name(ctx)), library)));
        routes.get("/api/studies/{name}/estimate", ctx -> Json.send(ctx,
                StudyRunner.estimate(study(name(ctx)), RunOptions.standard())));
        routes.post("/api/studies/{name}/runs", this::run);
    }

    private static String name(Context ctx) {
        return ctx.pathParam("name");
    }

    private void create(Context ctx) {
        JsonNode body = Json.body(ctx);
        String name = Json.text(body, "name");
        String from = Json.text(body, "from");
        boolean fork = Json.text(body, "kind").equals("fork");
        Path source = fork ? workspace.existingStudy(from) : shipped(from);
        workspace.copy(source, name);
        Json.send(ctx.status(201), answer(name, versions(name).state()));
    }

    private Path shipped(String name) {
        if (!library.studies().contains(name)) {
            throw new ProblemException(Problem.error("U302", "there is no study `" + name + "` in the library",
                    "known: " + String.join(", ", library.studies()), "choose one of them"));
        }
        return library.study(name);
    }

    private void save(Context ctx) {
        JsonNode body = Json.body(ctx);
        laboratory.protocol(name(ctx)).refuseChange();
        Versions.State state = versions(name(ctx)).save(Json.text(body, "text"), Json.whole(body, "base"),
                Json.text(body, "note"), body.path("continues").asBoolean(false));
        Json.send(ctx, answer(name(ctx), state));
    }

    private void preview(Context ctx) {
        Study study = study(name(ctx));
        Json.send(ctx, PreviewAnswer.of(study, models.held(study), List.of(),
                Laboratory.threads()));
    }

    private void crypt(Context ctx) {
        Study study = study(name(ctx));
        List<ViewFile.Glyph> glyphs = view(study).glyphs();
        Json.send(ctx, Map.of("glyphs", glyphs, "preview", PreviewAnswer.of(study, models.held(study),
                glyphs.stream().map(ViewFile.Glyph::quantity).toList(), Laboratory.threads())));
    }

    private void network(Context ctx) {
        Study study = study(name(ctx));
        NetworkAnswer network = NetworkAnswer.of(models.of(study).model(), view(study));
        Json.send(ctx, Map.of("network", network, "courses",
                PreviewAnswer.of(study, models.held(study), network.reactions(), Laboratory.threads())));
    }

    private void why(Context ctx) {
        Study study = study(name(ctx));
        int draws = Math.clamp(Integer.parseInt(Optional.ofNullable(ctx.queryParam("draws"))
                .filter(text -> text.matches("\\d{1,4}")).orElse("40")), 1, MOST_DRAWS_OF_WHY);
        Json.send(ctx, WhyAnswer.of(study, models.of(study), view(study), ctx.pathParam("endpoint"), draws));
    }

    private void step(Context ctx, Function<Versions, Versions.State> how) {
        laboratory.protocol(name(ctx)).refuseChange();
        Json.send(ctx, answer(name(ctx), how.apply(versions(name(ctx)))));
    }

    private void run(Context ctx) {
        Json.send(ctx.status(202), new Runs(laboratory).start(name(ctx), Json.whole(Json.body(ctx), "draws")));
    }

    private ViewFile view(Study study) {
        return ViewFile.read(library, study.files().modelName());
    }

    private Study study(String name) {
        return laboratory.study(name);
    }

    private Versions versions(String name) {
        return laboratory.versions(name);
    }

    private StudyAnswer answer(String name, Versions.State state) {
        return StudyAnswer.of(name, workspace.existingStudy(name), state, library);
    }
}
