package propria.app.studio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// A studio that is open for a test, and a browser's way of talking to it.
final class OpenStudio implements AutoCloseable {

    private final StudioServer server;

    OpenStudio(Path workspace) {
        this(workspace, arguments -> "{\"arguments\":" + arguments.size() + "}");
    }

    OpenStudio(Path workspace, Function<List<String>, String> commands) {
        server = StudioServer.open(new StudioSettings(Path.of(System.getProperty("propria.library")), workspace, 0,
                "test", commands));
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

    @Override
    public void close() {
        server.close();
    }
}
