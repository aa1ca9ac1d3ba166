package propria.app.studio;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import propria.app.studio.answer.StudyAnswer.ProblemEntry;
import propria.app.studio.job.Jobs;
import propria.app.studio.workspace.Workspace;
import propria.engine.simulate.SimulationFailure;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.library.Library;
import tools.jackson.databind.JsonNode;

/// The studio while it is open.
public final class StudioServer implements AutoCloseable {

    private static final int TOKEN_BYTES = 24;
    private static final long MOST_BYTES = 2_000_000;

    /// Commands that change nothing.
    private static final Map<String, Set<String>> READING = Map.of("explain", Set.of(), "list", Set.of(), "sources",
            Set.of("list", "show", "status"));

    private final Javalin javalin;
    private final Jobs jobs;
    private final String token;

    private StudioServer(Javalin javalin, Jobs jobs, String token) {
        this.javalin = javalin;
        this.jobs = jobs;
        this.token = token;
    }

    /// Opens the studio.
    ///
    /// @throws ProblemException when the library cannot be read, the workspace cannot be written or the port is taken
    public static StudioServer open(StudioSettings settings) {
        Workspace workspace = Workspace.open(settings.workspace());
        Library library = Library.read(settings.library());
        String token = token(workspace);
        Jobs jobs = new Jobs();
        try {
            Laboratory laboratory = new Laboratory(workspace, library, jobs);
            FirstPage first = FirstPage.begin(settings.version(), library);
            Warmth warmth = new Warmth();
            Javalin javalin = Javalin
                    .create(config -> configure(config, settings, laboratory, new Gate(token), first, warmth));
            StudioServer studio = new StudioServer(javalin.start("127.0.0.1", settings.port()), jobs, token);
            warmth.begin(laboratory);
            return studio;
        } catch (RuntimeException e) {
            jobs.close();
            throw new ProblemException(Problem.error("U520", "the studio could not be opened",
                    "port " + settings.port() + ": " + e.getMessage(),
                    "choose another with --port, or close what uses it"));
        }
    }

    /// The address to open, with the key in it.
    public String address() {
        return "http://127.0.0.1:" + javalin.port() + "/?token=" + token;
    }

    /// Whether the pages were built.
    public static boolean hasPages() {
        return Pages.built();
    }

    @Override
    public void close() {
        jobs.close();
        javalin.stop();
    }

    /// One key a workspace, so that an open page goes on after the studio was closed and opened again.
    private static String token(Workspace workspace) {
        Path file = workspace.own().resolve("token");
        try {
            if (!Files.isRegularFile(file)) {
                byte[] random = new byte[TOKEN_BYTES];
                new SecureRandom().nextBytes(random);
                Workspace.write(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void configure(JavalinConfig config, StudioSettings settings, Laboratory laboratory, Gate gate,
            FirstPage first, Warmth warmth) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = MOST_BYTES;
        config.concurrency.useVirtualThreads = true;
        config.routes.before(ctx -> admit(gate, ctx));
        config.routes.exception(ProblemException.class, (e, ctx) -> refuse(ctx, e.problems()));
        config.routes.exception(SimulationFailure.class, (e, ctx) -> refuse(ctx, List.of(e.problem())));
        config.routes.exception(Exception.class, (e, ctx) -> unexpected(ctx, e));
        config.routes.get("/", ctx -> index(gate, ctx));
        config.routes.get("/assets/{name}", ctx -> Pages.asset(ctx, ctx.pathParam("name")));
        config.routes.get("/api/library", ctx -> {
            first.send(ctx);
            warmth.pageIsThere();
        });
        config.routes.post("/api/command", ctx -> command(settings, ctx));
        new StudyRoutes(laboratory).add(config.routes);
        new RunRoutes(laboratory.workspace(), laboratory.jobs()).add(config.routes);
        new TrialRoutes(laboratory).add(config.routes);
        new PictureRoutes(laboratory).add(config.routes);
    }

    private static void admit(Gate gate, Context ctx) {
        Gate.protect(ctx);
        gate.refusal(ctx).ifPresent(refusal -> {
            Json.send(ctx.status(refusal.status()), Map.of("problems", List.of(ProblemEntry.of(refusal.problem()))));
            ctx.skipRemainingHandlers();
        });
    }

    private static void index(Gate gate, Context ctx) {
        if (gate.welcome(ctx)) {
            ctx.redirect("/");
        } else {
            Pages.index(ctx);
        }
    }

    private static void command(StudioSettings settings, Context ctx) {
        JsonNode given = Json.body(ctx).path("arguments");
        List<String> arguments = given.valueStream().map(n -> n.asString("")).toList();
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        Set<String> actions = READING.getOrDefault(name, Set.of(""));
        boolean reads = READING.containsKey(name)
                && (actions.isEmpty() || arguments.size() > 1 && actions.contains(arguments.get(1)))
                && arguments.stream().skip(1).noneMatch(a -> a.startsWith("-"));
        if (!reads) {
            throw new ProblemException(Problem.error("U507", "the studio does not carry out this command",
                    "only commands that read are, without options", "type it on the command line"));
        }
        ctx.contentType("application/json; charset=utf-8").result(settings.commands().apply(arguments));
    }

    private static void refuse(Context ctx, List<Problem> problems) {
        int status = problems.stream().anyMatch(p -> p.code().equals("U503")) ? 409 : 422;
        Json.send(ctx.status(status), Map.of("problems", problems.stream().map(ProblemEntry::of).toList()));
    }

    private static void unexpected(Context ctx, Exception e) {
        Json.send(ctx.status(500), Map.of("problems", List.of(ProblemEntry.of(Problem.error("U599",
                "the studio ran into something unexpected", String.valueOf(e),
                "this is a fault of the program: please report it")))));
    }
}
