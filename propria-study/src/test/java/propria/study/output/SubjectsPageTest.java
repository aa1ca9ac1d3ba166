package propria.study.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.study.Study;
import propria.study.Toy;
import propria.study.run.RunOptions;
import propria.study.run.StudyRunner;
import propria.study.summary.Outcomes;

/// The table of subjects, and what docs/subjects.md tells of reading it. SQL runs in DuckDB, also that of the snippets in
/// Python and R that hand SQL to DuckDB; the snippets that read CSV run where the interpreter is.
class SubjectsPageTest {

    private static final Path PAGE = Path.of(System.getProperty("propria.root", "..")).resolve("docs/subjects.md");

    @TempDir
    private Path folder;

    @BeforeEach
    void run() {
        for (boolean csv : new boolean[]{false, true}) {
            StudyRunner.run(Toy.study(), RunOptions.standard().withCsv(csv)
                    .withOut(folder.resolve(csv ? "runs/my-study-csv" : "runs/my-study")));
        }
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE))
                .results().map(found -> found.group(1)).toList();
    }

    /// Rows of a query, cells joined by a bar.
    private List<String> query(String sql) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql.replace("'runs/", "'" + folder + "/runs/"))) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(found.getObject(i)));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        }
    }

    @Test
    void the_page_and_the_dictionary_name_the_columns_of_the_file() throws Exception {
        List<String> columns = query("DESCRIBE SELECT * FROM 'runs/my-study/subjects.parquet'").stream()
                .map(row -> row.substring(0, row.indexOf('|'))).toList();
        assertThat(columns).isEqualTo(SubjectTable.COLUMNS.stream().map(SubjectTable.Column::name).toList());
        String page = Files.readString(PAGE);
        String dictionary = Files.readString(folder.resolve("runs/my-study/dictionary.csv"));
        assertThat(columns).isNotEmpty().allSatisfy(column -> {
            assertThat(page).contains("| `" + column + "` |");
            assertThat(dictionary).contains("subjects.csv\"," + column + ",");
        });
    }

    @Test
    void parquet_and_csv_hold_the_same_rows() throws Exception {
        String order = " ORDER BY DRAW, SUBJID, TRTAN, ENDPT, PARAMCD, ARELTM";
        String columns = "STUDYID, USUBJID, DRAW, SUBJID, TRTA, TRTAN, coalesce(ENDPT, '') AS ENDPT, PARAMCD, PARAM, "
                + "ARELTM::DOUBLE AS ARELTM, ARELTMU, AVAL::DOUBLE AS AVAL, AVALU";
        List<String> parquet = query("SELECT " + columns + " FROM 'runs/my-study/subjects.parquet'" + order);
        assertThat(parquet).hasSize(12 * 4 * 2 * 2).isEqualTo(
                query("SELECT " + columns + " FROM 'runs/my-study-csv/subjects.csv'" + order));
    }

    @Test
    void parts_are_put_together_in_order() throws Exception {
        Study study = Toy.study();
        Outcomes outcomes = new Outcomes(2, 3, 2, 2, List.of(0.0, 7.0));
        for (int draw = 0; draw < 2; draw++) {
            for (int subject = 0; subject < 3; subject++) {
                outcomes.set(draw, subject, 1, 0, 1, draw * 10 + subject);
            }
        }
        SubjectTable table = new SubjectTable(study, outcomes);
        Parquet.write(table, folder.resolve("runs/whole.parquet"), 1_000);
        Parquet.write(table, folder.resolve("runs/parts.parquet"), 7);
        List<String> whole = query("SELECT * FROM 'runs/whole.parquet'");
        assertThat(query("SELECT * FROM 'runs/parts.parquet'")).hasSize(2 * 3 * 2 * table.visits().size())
                .isEqualTo(whole);
        assertThat(whole).anySatisfy(row -> assertThat(row).startsWith("toy|toy/1/2|1|2|cells|2|").contains("|12.0|"));
        try (var left = Files.list(folder.resolve("runs"))) {
            assertThat(left.map(p -> p.getFileName().toString())).noneMatch(name -> name.startsWith("part-"));
        }
    }

    @Test
    void sql_of_every_snippet_runs_in_duckdb() throws Exception {
        List<String> queries = new ArrayList<>(blocks("sql"));
        Pattern quoted = Pattern.compile("\"\"\"(.*?)\"\"\"|r\"\\((.*?)\\)\"", Pattern.DOTALL);
        for (String language : List.of("python", "r")) {
            for (String block : blocks(language)) {
                quoted.matcher(block).results().map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                        .forEach(queries::add);
            }
        }
        assertThat(queries).hasSizeGreaterThanOrEqualTo(4);
        for (String sql : queries) {
            assertThat(query(sql)).as(sql).isNotEmpty();
        }
    }

    @Test
    void python_reads_the_csv_without_any_library() throws Exception {
        assertMeans("python3", ".py", blocks("python"));
    }

    @Test
    void r_reads_the_csv_without_any_package() throws Exception {
        assertMeans("Rscript", ".R", blocks("r"));
    }

    /// Runs the snippet that reads CSV and finds the means of DuckDB in what it prints, to three digits.
    private void assertMeans(String interpreter, String ending, List<String> snippets) throws Exception {
        String snippet = snippets.stream().filter(s -> s.contains("subjects.csv")).findFirst().orElseThrow();
        Path script = Files.writeString(folder.resolve("snippet" + ending), snippet);
        String printed = printed(interpreter, script);
        List<String> means = query(
                "SELECT printf('%.3f', floor(avg(AVAL) * 1000) / 1000) FROM 'runs/my-study/subjects.parquet' "
                        + "WHERE ENDPT = 'score_day7' GROUP BY TRTA");
        assertThat(means).hasSize(2).allSatisfy(mean -> assertThat(printed).contains(mean));
    }

    private String printed(String interpreter, Path script) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(interpreter, script.toString()).directory(folder.toFile())
                    .redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, interpreter + " is not here");
            throw e;
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
