package propria.app.studio;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The pages, as the build made them from `src/main/studio`. Without Node the build makes none, and one page says so.
final class Pages {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+");

    private static final Map<String, String> TYPES = Map.of("js", "text/javascript; charset=utf-8", "css",
            "text/css; charset=utf-8", "html", "text/html; charset=utf-8", "svg", "image/svg+xml", "json",
            "application/json", "woff2", "font/woff2");

    private static final String MISSING = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Propria studio</title></head><body>
            <h1>The pages of the studio were not built</h1>
            <p>The build found no Node.js (20 or newer) with npm. Install it (Debian: apt install nodejs npm; macOS: brew
            install node) and start the studio again: it builds itself. A release holds the pages already.</p>
            <p>Everything that the studio does can be done on the command line: <code>./propria help</code>.</p>
            </body></html>
            """;

    private Pages() {
    }

    /// Whether the pages were built.
    static boolean built() {
        return Pages.class.getResource("pages/index.html") != null;
    }

    static void index(Context ctx) {
        ctx.contentType("text/html; charset=utf-8");
        ctx.header("Cache-Control", "no-cache");
        ctx.result(read("index.html").orElseGet(() -> MISSING.getBytes(StandardCharsets.UTF_8)));
    }

    static void asset(Context ctx, String name) {
        Optional<byte[]> found = NAME.matcher(name).matches() ? read("assets/" + name) : Optional.empty();
        if (found.isEmpty()) {
            ctx.status(404).result("not found");
            return;
        }
        ctx.contentType(TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        ctx.result(found.get());
    }

    private static Optional<byte[]> read(String path) {
        try (InputStream in = Pages.class.getResourceAsStream("pages/" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
