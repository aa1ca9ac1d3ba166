package propria.app.studio;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import propria.app.run.CohortWork;
import propria.app.studio.job.Job;
import propria.app.studio.job.Jobs;
import propria.app.studio.trial.CohortAnswer;
import propria.app.studio.trial.TrialEstimate;
import propria.app.studio.trial.TrialRunAnswer.Operating;
import propria.app.studio.trial.TrialWords;
import propria.app.studio.workspace.Protocol;
import propria.formats.hash.Hash;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.trial.design.TrialDesign;
import propria.trial.file.TrialFile;
import propria.trial.run.TrialReread;
import tools.jackson.databind.JsonNode;

/// What can be done with trials and virtual patients: words of designs, estimates, cohorts, reading a run again, and freezing
/// a plan.
final class TrialRoutes {

    private final Laboratory laboratory;

    TrialRoutes(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/trial/words", ctx -> Json.send(ctx, TrialWords.of(laboratory.library())));
        routes.get("/api/studies/{name}/trial/estimate", this::estimate);
        routes.post("/api/studies/{name}/trial/reread", this::reread);
        routes.get("/api/studies/{name}/protocol", ctx -> Json.send(ctx, protocol(ctx).state()));
        routes.post("/api/studies/{name}/protocol", this::freeze);
        routes.delete("/api/studies/{name}/protocol", this::release);
        routes.get("/api/cohorts", ctx -> Json.send(ctx, Map.of("cohorts", laboratory.workspace().cohorts())));
        routes.post("/api/cohorts", ctx -> Json.send(ctx.status(202), cohort(Json.body(ctx))));
        routes.get("/api/cohorts/{name}", ctx -> Json.send(ctx,
                CohortAnswer.of(laboratory.workspace().cohort(ctx.pathParam("name")), laboratory.library())));
    }

    private static String name(Context ctx) {
        return ctx.pathParam("name");
    }

    private TrialDesign design(Context ctx) {
        return TrialFile.read(laboratory.workspace().existingStudy(name(ctx)))
                .orElseThrow(() -> new ProblemException(Problem.error("U380", "`" + name(ctx) + "` is no trial",
                        "its study.yaml has no `trial:`", "open a copy of a template on the Trial page")));
    }

    private void estimate(Context ctx) {
        Study study = laboratory.study(name(ctx));
        Json.send(ctx, TrialEstimate.of(study, design(ctx), laboratory.library(), Laboratory.threads()));
    }

    /// Reads a run again with the design as it now is; nothing is simulated.
    private void reread(Context ctx) {
        Path folder = laboratory.run(Json.text(Json.body(ctx), "run"));
        long begin = System.nanoTime();
        List<Operating> operating = TrialReread.read(folder, design(ctx), Laboratory.threads()).stream()
                .map(Operating::of).toList();
        Json.send(ctx, Map.of("operating", operating, "seconds", (System.nanoTime() - begin) * 1e-9));
    }

    private Protocol protocol(Context ctx) {
        return laboratory.protocol(name(ctx));
    }

    /// Freezes the plan, with how many runs of the study there were before: who has looked does not confirm.
    private void freeze(Context ctx) {
        String name = name(ctx);
        String text = laboratory.versions(name).state().text();
        laboratory.study(name);
        TrialFile.read(laboratory.workspace().existingStudy(name));
        long before = laboratory.workspace().runs().stream()
                .filter(run -> run.equals(name) || run.matches(java.util.regex.Pattern.quote(name) + "-\\d+")).count();
        Json.send(ctx, protocol(ctx).freeze(text, before == 0
                ? ""
                : before + (before == 1 ? " run" : " runs")
                        + " of this study had been made before the plan was frozen"));
    }

    private void release(Context ctx) {
        Json.send(ctx, protocol(ctx).release("set free in the studio"));
    }

    private Job cohort(JsonNode body) {
        CohortWork work = new CohortWork(Json.text(body, "population"), Json.text(body, "method"),
                Json.whole(body, "patients"), Math.clamp(Json.whole(body, "draws"), 1, 100), Json.whole(body, "seed"),
                Laboratory.threads());
        String name = work.population() + "-" + work.method();
        Path folder = laboratory.workspace().newCohort(name);
        return laboratory.jobs().start("cohort", work.population(), watch -> {
            CohortWork.Result result = work.make(laboratory.library(), watch::at, _ -> {
            });
            if (result.made().isEmpty()) {
                throw new ProblemException(Problem.error("U371", "nobody is like those patients",
                        "no draw gave two patients of `" + work.population() + "` by " + work.method(),
                        "choose another method, or more patients"));
            }
            work.write(result, folder);
            return new Jobs.Finished(name, Hash.of(result.people()));
        });
    }
}
