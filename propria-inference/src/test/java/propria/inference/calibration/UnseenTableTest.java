package propria.inference.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.inference.score.PredictionTable;
import propria.inference.score.ScoredRow;
import propria.inference.table.EvidenceTable;
import propria.study.library.Library;

/// Tables as nobody should write them: every row comes back in its place, predicted or refused with a reason.
class UnseenTableTest {

    private static final Path LIBRARY = Path.of(System.getProperty("propria.root", ".."), "library");
    private static final String HEADER = "study_id,arm,product,source_tissue,donor_species,preconditioning,dose,dose_unit,"
            + "route,dosing_days,n,outcome,day,mean,sd,spread_kind,unit,provenance,url_or_note";
    private static final String STUDIES = "id,pmid,doi,citation,species,strain,model,integrity_status,provenance,url,notes"
            + "\nX1,,,a,mouse,C57BL/6,DSS 3% 7 d,none,seen,,\n"
            + "X2,,,a,mouse,\"odd, strain\",radiation enteritis,none,seen,,\nX3,,,a,rat,,TNBS,none,seen,,\n";
    private static final List<String> ROWS = List.of(
            "X1,colitis + MSC,MSC naive,,,,1e6,cells/animal,IP,2,8,DAI,9,-1,,direction_only,sign_vs_colitis_control,seen,",
            "X1,colitis + MSC,MSC naive,,,,1e6,cells/animal,IP,2,8-10,DAI,9,1.2,,SD,score,seen,",
            "X1,colitis + MSC,MSC naive,,,,1e6,cells/animal,IP,2,,colon length,9,62,4,SEM,mm,seen,",
            "X1,colitis + MSC,MSC naive,,,,,,nasal,2,8,DAI,9,-1,,direction_only,sign_vs_colitis_control,seen,",
            "X1,colitis + CAR-T,CAR-T cells,,,,,,IV,2,8,DAI,9,-1,,direction_only,sign_vs_colitis_control,seen,",
            "X1,colitis + MSC,MSC naive,,,,1e6,cells/animal,IP,2,8,grip strength,9,1.2,,SD,N,seen,",
            "X1,colitis + MSC,MSC naive,,,,1e6,cells/animal,IP,2,8,DAI,5000,1.2,,SD,score,seen,",
            "X1,colitis + MSC,MSC naive,,,,1e6,cells/animal,IP,2,8,DAI,9,<0.05,,SD,score,seen,",
            "X1,colitis + MSC,MSC naive,,,,1e6,cells/animal,IP,2,8,TNF-a,9,0,,SD,pg/mL,seen,",
            "X1,colitis + MSC,MSC naive,,,,1e6,cells/animal,IP,2,8,body weight,9,0.9,,SD,kg,seen,",
            "X1,colitis + MSC,MSC naive,,,,1e6,cells/animal,IP,2,8,DAI,9,0.5,,direction_only,sign_vs_colitis_control,seen,",
            "X2,colitis + MSC,MSC naive,,,,1e6,cells/animal,IP,2,8,DAI,9,-1,,direction_only,sign_vs_colitis_control,seen,",
            "X3,\"colitis + MSC, \"\"high\"\"\",MSC naive,,,,5e6,cells/kg,IV,1,6,MPO activity,5,-1,,direction_only,"
                    + "sign_vs_vehicle,seen,\"a, b\"",
            "NOWHERE,a,MSC naive,,,,,,IV,1,6,DAI,5,-1,,direction_only,sign_vs_vehicle,seen,",
            "X1,short,row");

    @TempDir
    private Path folder;

    private List<ScoredRow> scored(List<String> rows, String begin, String end) throws IOException,
            InterruptedException {
        Files.writeString(folder.resolve("studies.csv"), begin + STUDIES.replace("\n", end));
        Files.writeString(folder.resolve("observations.csv"), begin + HEADER + end + String.join(end, rows) + end);
        return Validation.of(EvidenceTable.preclinical(folder), Calibration.read(Library.read(LIBRARY)), 2, _ -> {
        });
    }

    @Test
    void every_row_comes_back_in_its_place_predicted_or_with_a_reason() throws Exception {
        List<ScoredRow> scored = scored(ROWS, "", "\n");
        assertThat(scored).hasSameSizeAs(ROWS);
        for (int i = 0; i < scored.size(); i++) {
            assertThat(scored.get(i).row().number()).isEqualTo(i + 1);
            assertThat(scored.get(i).isSupported()).as(ROWS.get(i)).isEqualTo(scored.get(i).reason().isEmpty());
        }
        assertThat(scored).filteredOn(ScoredRow::isSupported).extracting(row -> row.row().number())
                .containsExactly(1, 2, 3, 13);
        assertThat(scored.stream().filter(row -> !row.isSupported()).map(ScoredRow::reason))
                .containsExactly("the route is not known: nasal", "the product is not known: CAR-T cells",
                        "the outcome is not known: grip strength",
                        "day 5000.0 is outside of what is simulated, -60.0 to 400.0",
                        "`<0.05` in column `mean` is not a number",
                        "zero is below what the assay can show, and its limit is not stated",
                        "`kg` is no unit of body weight that is known: g or % of the first day",
                        "a direction is -1, 0 or 1, not `0.5`",
                        "the model has no injury by radiation",
                        "studies.csv has no study `NOWHERE`", "the row has 3 cells, the header 19");
        assertThat(PredictionTable.of(scored).lines()).hasSize(ROWS.size() + 1);
    }

    @Test
    void order_byte_order_mark_and_line_ends_change_no_prediction() throws Exception {
        List<ScoredRow> plain = scored(ROWS, "", "\n");
        List<String> shuffled = new ArrayList<>(ROWS);
        Collections.shuffle(shuffled, new Random(3));
        List<ScoredRow> other = scored(shuffled, "\uFEFF", "\r\n");
        for (int i = 0; i < plain.size(); i++) {
            ScoredRow same = other.get(shuffled.indexOf(ROWS.get(i)));
            assertThat(same.reason()).isEqualTo(plain.get(i).reason());
            assertThat(same.logScores()).isEqualTo(plain.get(i).logScores());
        }
    }
}
