package propria.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A studio that is open for a test, and a browser's way of talking to it.
final class OpenStudio implements AutoCloseable {

    private final Path workspace;
    private final StudioServer server;

    /// Gives each test a studio with an empty workspace, and closes it after the test.
    static final class Each implements ParameterResolver {

        private record Opened(Path folder, OpenStudio studio) implements AutoCloseable {

            static Opened fresh() {
                try {
                    Path folder = Files.createTempDirectory("studio");
                    return new Opened(folder, new OpenStudio(folder.resolve("workspace")));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() throws IOException {
                studio.close();
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == OpenStudio.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getStore(ExtensionContext.Namespace.create(OpenStudio.class))
                    .computeIfAbsent("opened", _ -> Opened.fresh(), Opened.class).studio();
        }
    }

    OpenStudio(Path workspace) {
        this(workspace, 0, arguments -> "{\"arguments\":" + arguments.size() + "}");
    }

    OpenStudio(Path workspace, int port, Function<List<String>, String> commands) {
        this.workspace = workspace;
        server = StudioServer.open(new StudioSettings(Path.of(System.getProperty("propria.library")), workspace, port,
                "test", commands));
    }

    /// The folder of its studies and runs.
    Path workspace() {
        return workspace;
    }

    String address() {
        return server.address();
    }

    String token() {
        return address().substring(address().indexOf('=') + 1);
    }

    int port() {
        return URI.create(address()).getPort();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    /// A request as the studio's own page makes it.
    HttpRequest.Builder own(String path) {
        return request(path).header("Cookie", "propria-" + port() + "=" + token()).header("X-Propria", "1");
    }

    /// Each on a connection of its own: the server closes one on which it refused an address.
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(own(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /// The code of the first problem of an answer.
    static String code(HttpResponse<String> response) {
        return json(response).path("problems").path(0).path("code").asString("");
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json(send(own(path)));
    }

    JsonNode ask(String path, String body) throws IOException, InterruptedException {
        return json(post(path, body));
    }

    /// Copies a study of the library; returns its text.
    String copy(String from, String name) throws IOException, InterruptedException {
        HttpResponse<String> made = post("/api/studies", "{\"from\":\"" + from + "\",\"name\":\"" + name + "\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).path("problems").size()).isZero();
        return json(made).path("text").asString("");
    }

    JsonNode save(String study, String text, int base) throws IOException, InterruptedException {
        return json(send(own("/api/studies/" + study).PUT(HttpRequest.BodyPublishers.ofString(
                JsonMapper.shared().writeValueAsString(Map.of("text", text, "base", base, "note", "changed"))))));
    }

    /// What a job told from its beginning to its end.
    String over(JsonNode job) throws IOException, InterruptedException {
        return send(own("/api/jobs/" + job.path("id").asString("") + "/events").header("Accept", "text/event-stream"))
                .body();
    }

    /// Runs a study; returns the name of the run.
    String run(String study, int draws) throws IOException, InterruptedException {
        String events = over(ask("/api/studies/" + study + "/runs", "{\"draws\":" + draws + "}"));
        assertThat(events).contains("\"stage\":\"DONE\"");
        return events.replaceAll("(?s).*\"run\":\"([^\"]+)\".*", "$1");
    }

    @Override
    public void close() {
        server.close();
    }
}
