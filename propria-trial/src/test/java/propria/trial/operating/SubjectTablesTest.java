package propria.trial.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.TrialDesign;
import propria.trial.run.table.SubjectTables;
import propria.trial.run.table.TrialTables;
import propria.trial.score.ClinicalScore;

/// What subjects are in Parquet is what was recorded, and the page tells how to read it by snippets that run.
class SubjectTablesTest {

    private static final Path PAGE = Path.of("..", "docs", "trial-subjects.md");

    @TempDir
    Path folder;

    private List<SimulatedTrial> trials = List.of();

    @BeforeEach
    void write() throws IOException {
        TrialDesign design = SyntheticTrial.design(folder, SyntheticTrial.BLOCK + "centres: {count: 5}\n");
        trials = new OperatingRun(design, SyntheticTrial.RECORDER, 7, 2).simulate(SyntheticTrial.bank(1, 60, 0.3), 2)
                .map(TrialSet.DESIGN, 2, EnumSet.allOf(ClinicalScore.class), t -> t);
        try (SubjectTables tables = new SubjectTables("toy", design)) {
            for (SimulatedTrial trial : trials) {
                tables.add(List.of(trial));
            }
            tables.write(folder);
        }
        Files.writeString(folder.resolve("subjects.csv"), TrialTables.subjects("toy", design, trials));
    }

    /// Arm, visit, subjects, mean change of the Mayo score in the first trial, straight from the records.
    private List<String> expected() {
        List<String> lines = new ArrayList<>();
        String[] arms = {"cells", "placebo"};
        for (String arm : arms) {
            for (int visit = 0; visit < 3; visit++) {
                int at = visit;
                double[] changes = trials.getFirst().subjects().stream()
                        .filter(s -> (s.arm() == 0) == arm.equals("placebo") && at < s.left())
                        .mapToDouble(s -> s.score(ClinicalScore.MAYO, at) - s.score(ClinicalScore.MAYO, -1)).toArray();
                lines.add(arm + "," + (visit + 1) + "," + changes.length + ","
                        + java.util.Arrays.stream(changes).average().orElseThrow());
            }
        }
        return lines;
    }

    private void same(List<String> lines) {
        List<String> wanted = expected();
        assertThat(lines).hasSameSizeAs(wanted);
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",");
            String[] own = wanted.get(i).split(",");
            assertThat(List.of(cells).subList(0, 3)).isEqualTo(List.of(own).subList(0, 3));
            assertThat(Double.parseDouble(cells[3])).isCloseTo(Double.parseDouble(own[3]), within(1e-6));
        }
    }

    private static String block(String language) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("```" + language + "\n") + language.length() + 4;
        return page.substring(from, page.indexOf("```", from));
    }

    private List<String> rows(String sql) throws Exception {
        List<String> lines = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet rows = statement
                        .executeQuery(sql.replace("'ad", "'" + folder.toString().replace("'", "''") + "/ad"))) {
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                lines.add(String.join(",", cells));
            }
        }
        return lines;
    }

    @Test
    void duckdb_reads_what_was_recorded() throws Exception {
        same(rows(block("sql")));
        List<SubjectRecord> first = trials.getFirst().subjects();
        long left = first.stream().filter(s -> s.left() < 3).count();
        assertThat(rows("SELECT count(*) FROM 'adsl.parquet' WHERE TRIALNO = 1 AND EOSSTT = 'DISCONTINUED'"))
                .containsExactly(Long.toString(left));
        assertThat(rows("SELECT count(*) FROM 'adeff.parquet' WHERE ANL01FL = 'N' AND AVAL IS NOT NULL"))
                .containsExactly("0");
        assertThat(rows("SELECT count(DISTINCT SITEID) FROM 'adsl.parquet'")).containsExactly("5");
        assertThat(rows("SELECT count(*) FROM 'adeff.parquet' e JOIN 'adsl.parquet' s USING (USUBJID)"
                + " WHERE e.TRT01P <> s.ARM OR (e.AVISITN >= s.DCVISN) <> (e.ICEDISFL = 'Y')")).containsExactly("0");
    }

    @Test
    void the_dictionary_names_every_column_of_both_tables() throws Exception {
        TreeSet<String> written = new TreeSet<>();
        for (String table : new String[]{"adsl", "adeff"}) {
            rows("DESCRIBE SELECT * FROM '" + table + ".parquet'")
                    .forEach(r -> written.add(table + "," + r.substring(0, r.indexOf(','))));
        }
        TreeSet<String> named = new TreeSet<>();
        TrialTables.parquetDictionary().lines().skip(1)
                .forEach(l -> named.add(String.join(",", List.of(l.split(",")).subList(0, 2))));
        assertThat(named).isEqualTo(written);
    }

    @Test
    void the_snippets_run_where_their_software_is() throws Exception {
        snippet("python", List.of("python3", "-c", "import duckdb"), List.of("python3", "-c", block("python")));
        snippet("r", List.of("Rscript", "-e", "if (!requireNamespace('arrow', quietly = TRUE)) quit(status = 1)"),
                List.of("Rscript", "-e", block("r")));
        snippet("r-base", List.of("Rscript", "-e", "1"), List.of("Rscript", "-e", block("r-base")));
    }

    private void snippet(String name, List<String> probe, List<String> command) throws Exception {
        if (!runs(probe)) {
            System.out.println("SKIPPED: the snippet `" + name + "`, as `" + String.join(" ", probe)
                    + "` does not run here");
            return;
        }
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
        assertThat(process.waitFor()).as(lines.toString()).isZero();
        same(lines);
    }

    private static boolean runs(List<String> probe) {
        try {
            Process process = new ProcessBuilder(probe).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
