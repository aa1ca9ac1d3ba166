package propria.app.studio;

import io.javalin.http.Context;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON in and out. Numbers that JSON has no word for are written as the texts `NaN`, `Infinity` and `-Infinity`.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {
    }

    static void send(Context ctx, Object value) {
        ctx.contentType("application/json; charset=utf-8").result(MAPPER.writeValueAsBytes(value));
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// The body of a request.
    ///
    /// @throws ProblemException U506 when it is not a JSON object
    static JsonNode body(Context ctx) {
        try {
            JsonNode node = MAPPER.readTree(ctx.bodyAsBytes());
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException _) {
            // said below
        }
        throw new ProblemException(Problem.error("U506", "the request is not a JSON object", "", "send one"));
    }

    static String text(JsonNode body, String key) {
        return body.path(key).asString("");
    }

    static int whole(JsonNode body, String key) {
        return body.path(key).asInt(0);
    }
}
