package propria.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.RunOptions;
import propria.study.run.StudyRunner;
import tools.jackson.databind.JsonNode;

@ExtendWith(OpenStudio.Each.class)
class StudioServerTest {

    @Test
    void only_the_browser_with_the_key_is_let_in(OpenStudio studio) throws Exception {
        assertThat(studio.send(studio.request("/api/library")).statusCode()).isEqualTo(401);
        assertThat(studio.send(studio.request("/api/library").header("Cookie", "propria-" + studio.port() + "=0"))
                .statusCode()).isEqualTo(401);
        HttpResponse<String> welcome = studio.send(studio.request("/?token=" + studio.token()));
        assertThat(welcome.statusCode()).isEqualTo(302);
        assertThat(welcome.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Strict");
        assertThat(studio.send(studio.own("/api/library")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_name_on_the_net_that_points_here_is_refused(OpenStudio studio) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", studio.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /api/library HTTP/1.1\r\nHost: evil.example:" + studio.port() + "\r\nCookie: propria-"
                    + studio.port() + "=" + studio.token() + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("403",
                    "U510");
        }
    }

    @Test
    void pages_of_other_places_may_neither_read_nor_write(OpenStudio studio) throws Exception {
        assertThat(OpenStudio.code(studio.send(studio.own("/api/library").header("Origin", "https://evil.example"))))
                .isEqualTo("U511");
        assertThat(OpenStudio.code(studio.send(studio.own("/api/library").header("Sec-Fetch-Site", "cross-site"))))
                .isEqualTo("U511");
        HttpRequest.Builder form = studio.request("/api/studies").header("Cookie", "propria-" + studio.port() + "="
                + studio.token()).POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(studio.send(form).statusCode()).as("a form cannot send the header").isEqualTo(403);
    }

    @Test
    void every_answer_says_what_a_page_may_do(OpenStudio studio) throws Exception {
        HttpResponse<String> page = studio.send(studio.request("/"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void files_outside_the_workspace_cannot_be_named(OpenStudio studio) throws Exception {
        for (String path : new String[]{"/api/studies/..%2F..%2Fetc", "/api/runs/..%2Fstudies/files/study.yaml",
                "/assets/..%2Findex.html", "/assets/%2e%2e%2f%2e%2e%2fMain.class", "/api/studies/%00"}) {
            assertThat(studio.send(studio.own(path)).statusCode()).as(path).isGreaterThanOrEqualTo(400);
        }
        assertThat(OpenStudio.code(studio.post("/api/studies", "{\"from\":\"dss-uc-msc\",\"name\":\"../out\"}")))
                .isEqualTo("U501");
        assertThat(OpenStudio.code(studio.post("/api/studies", "{\"from\":\"../../etc\",\"name\":\"x\"}")))
                .isEqualTo("U302");
    }

    @Test
    void too_much_is_refused_and_what_is_no_json_too(OpenStudio studio) throws Exception {
        // One byte too many: nothing of it is left unread, so that the answer comes before the connection is closed.
        assertThat(studio.post("/api/studies", "x".repeat(2_000_001)).statusCode()).isEqualTo(413);
        assertThat(OpenStudio.code(studio.post("/api/studies", "[1]"))).isEqualTo("U506");
        assertThat(OpenStudio.code(studio.post("/api/studies", "{"))).isEqualTo("U506");
    }

    @Test
    void commands_that_write_are_not_carried_out(OpenStudio studio) throws Exception {
        assertThat(studio.post("/api/command", "{\"arguments\":[\"explain\",\"PGE2\"]}").statusCode()).isEqualTo(200);
        for (String arguments : new String[]{"\"run\",\"dss-uc-msc\"", "\"sources\",\"refresh\"", "\"new\",\"x\"",
                "\"list\",\"--library\",\"/etc\"", ""}) {
            assertThat(OpenStudio.code(studio.post("/api/command", "{\"arguments\":[" + arguments + "]}")))
                    .as(arguments)
                    .isEqualTo("U507");
        }
    }

    @Test
    void a_study_is_copied_changed_and_its_problems_are_told_with_their_place(OpenStudio studio) throws Exception {
        String text = studio.copy("dss-uc-msc", "mine").replace("DSS: 3 %", "DSS: 3 mg");
        JsonNode saved = studio.save("mine", text, 1);
        JsonNode problem = saved.path("problems").path(0);
        assertThat(problem.path("code").asString("")).isEqualTo("S012");
        assertThat(problem.path("file").asString("")).isEqualTo("study.yaml");
        assertThat(problem.path("line").asInt(0)).isPositive();
        assertThat(saved.path("undo").asBoolean(false)).isTrue();
        assertThat(studio.post("/api/studies", "{\"from\":\"dss-uc-msc\",\"name\":\"mine\"}").statusCode())
                .as("nothing is overwritten").isEqualTo(422);
    }

    @Test
    void a_study_that_names_files_of_this_machine_is_not_read(OpenStudio studio) throws Exception {
        String text = studio.copy("dss-uc-msc", "sent");
        Path folder = studio.workspace().resolve("studies/sent");
        Path secret = studio.workspace().resolve("secret.ant");
        Files.writeString(secret, "model root() secret_word = 1 end");
        Files.createSymbolicLink(folder.resolve("linked.ant"), secret);
        Files.writeString(folder.resolve("own.ant"), "import \"../../secret.ant\"\nmodel m() end");
        int base = 1;
        for (String change : new String[]{"model: ../../secret.ant", "model: linked.ant", "model: own.ant",
                "model: " + secret}) {
            JsonNode saved = studio.save("sent", text.replaceFirst("(?m)^model: .*$", change), base++);
            assertThat(saved.path("problems").path(0).path("code").asString("")).as(change).isEqualTo("U513");
            assertThat(saved.path("problems").toString()).doesNotContain("secret_word");
            assertThat(OpenStudio.code(studio.send(studio.own("/api/studies/sent/preview")))).isEqualTo("U513");
            assertThat(OpenStudio.code(studio.post("/api/studies/sent/runs", "{\"draws\":1}"))).isEqualTo("U513");
        }
        Files.delete(folder.resolve("linked.ant"));
        Files.delete(folder.resolve("own.ant"));
        JsonNode table = studio.save("sent", text.replaceFirst("(?m)^measurements: .*$", "measurements: /etc/passwd"),
                base);
        assertThat(table.path("problems").path(0).path("code").asString("")).isEqualTo("U513");
        assertThat(table.path("problems").toString()).doesNotContain("root:");
    }

    @Test
    void a_run_of_the_studio_has_the_bytes_of_a_run_of_the_command_line(OpenStudio studio, @TempDir Path folder)
            throws Exception {
        studio.copy("tnbs-course", "same");
        studio.run("same", 3);
        String hash = studio.get("/api/runs/same").path("summary").asString("");
        Library library = Library.read(Path.of(System.getProperty("propria.library")));
        var again = StudyRunner.run(StudyFile.read(studio.workspace().resolve("studies/same"), library),
                RunOptions.standard().withDraws(3).withThreads(1).withOut(folder.resolve("again")));
        assertThat(hash).isEqualTo(again.summaryHash());
        assertThat(studio.send(studio.own("/api/runs/same/report")).headers().firstValue("Content-Security-Policy")
                .orElse("")).contains("sandbox", "default-src 'none'");
        assertThat(Files.exists(studio.workspace().resolve("runs/same/report.html"))).isTrue();
    }

    @Test
    void silencing_a_mediator_uses_the_same_animals(OpenStudio studio) throws Exception {
        studio.copy("dss-uc-msc", "why");
        assertThat(studio.get("/api/studies/why/why/dai_day7?draws=3").path("paths").size()).isGreaterThan(5);
        JsonNode network = studio.get("/api/studies/why/network");
        assertThat(network.path("network").path("edges").size()).isGreaterThan(100);
        assertThat(network.path("network").path("nodes").valueStream()
                .noneMatch(n -> n.path("organ").asString("").equals("other"))).as("each species has an organ").isTrue();
        assertThat(OpenStudio.code(studio.send(studio.own("/api/studies/why/why/nothing")))).isEqualTo("U505");
        JsonNode similar = studio.get("/api/studies/why/similar");
        assertThat(similar.path("studies").size()).isGreaterThan(5).isLessThan(similar.path("all").asInt(0));
    }
}
