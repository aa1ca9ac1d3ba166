package propria.app.cli.terminal;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.model.problem.Problem;
import tools.jackson.databind.json.JsonMapper;

/// Where a command speaks. Answers go to standard output, all else to standard error. With `--json` the answer is one
/// object, written when the command ends.
public final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final boolean colour;
    private boolean json;
    private final Map<String, Object> object = new LinkedHashMap<>();

    /// @param interactive whether a person watches standard error
    /// @param colour whether colours are wanted
    public Terminal(PrintStream out, PrintStream err, boolean interactive, boolean colour) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.colour = colour;
    }

    /// The terminal of this process: colour only where a person looks and `NO_COLOR` is not set (no-color.org).
    public static Terminal ofProcess() {
        boolean interactive = System.console() != null && System.console().isTerminal();
        String noColour = System.getenv().getOrDefault("NO_COLOR", "");
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return new Terminal(System.out, System.err, interactive, interactive && noColour.isEmpty() && !dumb);
    }

    /// Makes the answer one JSON object.
    public void useJson() {
        json = true;
    }

    public boolean isJson() {
        return json;
    }

    /// Whether a person watches and can answer.
    public boolean isInteractive() {
        return interactive && !json;
    }

    /// A line of the answer; not said with `--json`.
    public void answer(String line) {
        if (!json) {
            out.println(line);
        }
    }

    /// An entry of the JSON answer; not said without `--json`.
    public Terminal put(String key, Object value) {
        object.put(key, value);
        return this;
    }

    /// A line about what is going on.
    public void note(String line) {
        err.println(line);
        err.flush();
    }

    /// Text that is replaced by the next; only where a person watches.
    public void overwrite(String line) {
        if (isInteractive()) {
            err.print("\r\u001b[K" + line);
            err.flush();
        }
    }

    /// A question, which the answer follows on the same line.
    public void ask(String question) {
        err.print(question);
        err.flush();
    }

    /// Writes the JSON object, if one was asked for.
    public void end(int exit) {
        if (json) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("ok", exit == ExitCode.DONE);
            whole.put("exit", exit);
            whole.putAll(object);
            out.println(JsonMapper.shared().writeValueAsString(whole));
        }
        out.flush();
        err.flush();
    }

    /// Says what is wrong: on standard error, or within the JSON object.
    public void problems(List<Problem> problems) {
        if (json) {
            object.put("problems", problems.stream().map(Terminal::asMap).toList());
            return;
        }
        problems.forEach(p -> note(paint(p.toString(), p.isError() ? "31;1" : "33;1")));
    }

    /// `text` in bold where colours are wanted.
    public String strong(String text) {
        return colour && !json ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    /// `text` in a faint colour where colours are wanted.
    public String faint(String text) {
        return colour && !json ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    /// Colours the word before the first blank.
    private String paint(String text, String colourCode) {
        int blank = text.indexOf(' ');
        return colour && blank > 0
                ? "\u001b[" + colourCode + "m" + text.substring(0, blank) + "\u001b[0m" + text.substring(blank)
                : text;
    }

    private static Map<String, Object> asMap(Problem p) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("severity", p.isError() ? "error" : "warning");
        map.put("code", p.code());
        p.place().ifPresent(place -> {
            map.put("file", place.file());
            map.put("line", place.line());
            map.put("column", place.column());
        });
        map.put("what", p.what());
        map.put("why", p.why());
        map.put("fix", p.fix());
        return map;
    }
}
