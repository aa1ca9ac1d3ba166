package propria.app.studio;

import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import propria.app.studio.answer.Lesson;
import propria.app.studio.answer.LibraryAnswer;
import propria.model.problem.ProblemException;
import propria.study.library.Library;

/// What the first page shows of the library: gathered while the server opens its port and the browser asks for the page, and
/// kept, as the library is read once.
final class FirstPage {

    private final CompletableFuture<String> text;

    private FirstPage(CompletableFuture<String> text) {
        this.text = text;
    }

    static FirstPage begin(String version, Library library) {
        return new FirstPage(CompletableFuture.supplyAsync(() -> Json.text(Map.of("version", version, "library",
                LibraryAnswer.of(library), "lessons", Lesson.all(library)))));
    }

    /// @throws ProblemException when a file of the library cannot be read
    void send(Context ctx) {
        try {
            ctx.contentType("application/json; charset=utf-8").result(text.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException known) {
                throw known;
            }
            throw e;
        }
    }
}
