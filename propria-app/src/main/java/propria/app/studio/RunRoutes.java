package propria.app.studio;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import propria.app.report.data.Run;
import propria.app.report.data.RunFolder;
import propria.app.report.trial.TrialReport;
import propria.app.studio.answer.RunAnswer;
import propria.app.studio.job.Job;
import propria.app.studio.job.Jobs;
import propria.app.studio.trial.TrialRunAnswer;
import propria.app.studio.workspace.Workspace;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// What can be done with runs: watch and stop those that go on, look at those that are done.
final class RunRoutes {

    private static final long HEARTBEAT_MILLIS = 10_000;

    /// The files of a run that can be taken away: tables, what says what they are, and the report; not its inputs, nor what
    /// it records for itself.
    private static final Pattern FILE = Pattern.compile("(?!observations-)[a-z0-9-]+\\.(csv|json|html|parquet)");

    private final Workspace workspace;
    private final Jobs jobs;

    RunRoutes(Workspace workspace, Jobs jobs) {
        this.workspace = workspace;
        this.jobs = jobs;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/jobs", ctx -> Json.send(ctx, Map.of("jobs", jobs.all())));
        routes.delete("/api/jobs/{id}", ctx -> Json.send(ctx, jobs.stop(ctx.pathParam("id"))));
        routes.sse("/api/jobs/{id}/events", this::watch);
        routes.get("/api/runs", ctx -> Json.send(ctx,
                Map.of("runs", workspace.runs().stream().map(this::headline).toList())));
        routes.get("/api/runs/{name}", ctx -> Json.send(ctx,
                TrialReport.isTrial(run(ctx)) ? TrialRunAnswer.of(run(ctx)) : RunAnswer.of(run(ctx))));
        routes.get("/api/runs/{name}/report", this::report);
        routes.get("/api/runs/{name}/files/{file}", this::file);
    }

    /// A run in a list.
    ///
    /// @param kind `study` or `trial`
    record Headline(String kind, String name, String study, String title, String created) {
    }

    private Headline headline(String name) {
        Run run = RunFolder.read(workspace.run(name));
        boolean trial = TrialReport.isTrial(run.folder());
        return new Headline(trial ? "trial" : "study", name, run.manifest().study().id(),
                run.manifest().study().title(), trial ? written(run.folder()) : run.manifest().created());
    }

    /// When the manifest was written.
    private static String written(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve("manifest.json")).toInstant().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path run(Context ctx) {
        return workspace.run(ctx.pathParam("name"));
    }

    /// Sends a job each time it changes, until it is over.
    private void watch(SseClient client) {
        String id = client.ctx().pathParam("id");
        client.keepAlive();
        Thread.ofVirtual().name("watch-" + id).start(() -> {
            try {
                Job seen = jobs.job(id);
                client.sendEvent("job", Json.text(seen));
                while (!seen.isOver() && !client.terminated()) {
                    Job now = jobs.await(id, seen, HEARTBEAT_MILLIS);
                    client.sendEvent("job", Json.text(now));
                    seen = now;
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                client.close();
            }
        });
    }

    private void report(Context ctx) {
        Gate.sandbox(ctx);
        ctx.contentType("text/html; charset=utf-8").result(bytes(run(ctx).resolve("report.html")));
    }

    private void file(Context ctx) {
        String name = ctx.pathParam("file");
        Path file = run(ctx).resolve(FILE.matcher(name).matches() ? name : "");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(Problem.error("U502", "the run has no such file",
                    "only tables, their dictionaries and the report can be taken away",
                    "choose one that the page names"));
        }
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        ctx.contentType("application/octet-stream").result(bytes(file));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
