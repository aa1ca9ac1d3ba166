package propria.app.studio;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import propria.model.problem.Problem;

/// Who may talk to the studio: the browser that was given the token, from a page of the studio itself.
///
/// The host that a request names must be this machine's loopback address, so that a name on the net which is made to point
/// here is refused (DNS rebinding). Requests from pages of other origins are refused (cross-site requests): by their
/// `Origin` or `Sec-Fetch-Site`, by the strict cookie, and, where something is changed, by a header that a form cannot send.
final class Gate {

    /// The header that each request which changes something must carry.
    static final String HEADER = "X-Propria";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /// What a page may do: load scripts, styles and pictures of the studio, and nothing from elsewhere.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private final String token;

    Gate(String token) {
        this.token = token;
    }

    /// Why a request is refused, with the status to answer; empty when it may pass.
    Optional<Refusal> refusal(Context ctx) {
        int port = ctx.req().getLocalPort();
        String host = Optional.ofNullable(ctx.header("Host")).orElse("");
        if (!Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port).contains(host)) {
            return refuse(403, "U510", "the studio answers on this machine's own address only",
                    "the request was made to another name", "open the address that `propria studio` printed");
        }
        String origin = Optional.ofNullable(ctx.header("Origin")).orElse("http://" + host);
        String site = Optional.ofNullable(ctx.header("Sec-Fetch-Site")).orElse("same-origin");
        boolean opened = ctx.path().equals("/") && Set.of("none", "cross-site", "same-site").contains(site);
        if (!origin.equals("http://" + host) || !opened && !Set.of("same-origin", "none").contains(site)) {
            return refuse(403, "U511", "pages of other places may not use the studio", "the request came from one",
                    "work in the studio's own page");
        }
        if (!ctx.path().startsWith("/api/")) {
            return Optional.empty();
        }
        if (!same(ctx.cookie(cookie(port)))) {
            return refuse(401, "U512", "this browser was not given the key to the studio",
                    "the studio was started anew, or the address was typed without its key",
                    "open the address that `propria studio` printed");
        }
        boolean marked = "1".equals(ctx.header(HEADER));
        return READING.contains(ctx.method().name()) || marked
                ? Optional.empty()
                : refuse(403, "U511", "the request does not come from a page of the studio", "it lacks " + HEADER,
                        "work in the studio's own page");
    }

    /// Gives the browser that knows the token its cookie. Returns whether it did.
    boolean welcome(Context ctx) {
        if (!same(ctx.queryParam("token"))) {
            return false;
        }
        ctx.cookie(new Cookie(cookie(ctx.req().getLocalPort()), token, "/", -1, false, true, null,
                SameSite.STRICT));
        return true;
    }

    /// Adds what every answer says of itself.
    static void protect(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        if (ctx.path().startsWith("/api/")) {
            ctx.header("Cache-Control", "no-store");
        }
    }

    /// Lets a report be shown within a page: its own script may run, apart from the studio, and load nothing.
    static void sandbox(Context ctx) {
        ctx.header("Content-Security-Policy", "sandbox allow-scripts allow-downloads; default-src 'none'; "
                + "style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'");
    }

    /// A request that was turned away.
    record Refusal(int status, Problem problem) {
    }

    private static Optional<Refusal> refuse(int status, String code, String what, String why, String fix) {
        return Optional.of(new Refusal(status, Problem.error(code, what, why, fix)));
    }

    private static String cookie(int port) {
        return "propria-" + port;
    }

    private boolean same(@Nullable String given) {
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }
}
