package propria.inference.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import propria.inference.design.ArmDesign.Dosing;
import propria.inference.design.RowDesign.Contrast;
import propria.inference.design.RowDesign.Group;
import propria.inference.table.EvidenceTable;
import propria.inference.vocabulary.Vocabulary;
import propria.study.library.Library;

/// Words of tables that nobody has seen, read by the vocabulary that ships.
class DesignReaderTest {

    private static final Path ROOT = Path.of(System.getProperty("propria.root", ".."), "library");
    private static final Library LIBRARY = Library.read(ROOT);
    private static final DesignReader READER = new DesignReader(
            Vocabulary.read(ROOT.resolve("calibration/vocabulary.yaml")), LIBRARY);

    @TempDir
    private Path folder;

    private RowDesign read(String arm, String product, String preconditioning, String against) throws IOException,
            Refusal {
        Files.writeString(folder.resolve("studies.csv"),
                "id,pmid,doi,citation,species,strain,model,integrity_status,provenance,url,notes\n"
                        + "X,,,a,mouse,C57BL/6,DSS 3% 7 d,none,seen,,\n");
        Files.writeString(folder.resolve("observations.csv"),
                "study_id,arm,product,source_tissue,donor_species,preconditioning,dose,dose_unit,route,dosing_days,n,"
                        + "outcome,day,mean,sd,spread_kind,unit,provenance,url_or_note\n"
                        + "X," + arm + "," + product + ",,," + preconditioning
                        + ",,,IP,2,8,DAI,9,0,,direction_only,sign_vs_" + against + ",seen,\n");
        EvidenceTable table = EvidenceTable.preclinical(folder);
        return READER.read(table.rows().getFirst(), table);
    }

    private static Contrast only(RowDesign design) {
        assertThat(design.contrasts()).hasSize(1);
        return design.contrasts().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dermal fibroblasts", "fibroblast conditioned medium", "HEK293 EV", "culture medium"})
    void an_inert_control_is_given_like_a_product_and_is_the_untreated_arm(String product) throws Exception {
        RowDesign design = read("colitis + " + product, product, "", "colitis_control");
        assertThat(design.group()).isEqualTo(Group.TREATED);
        assertThat(only(design).arm()).isEqualTo(only(design).comparator());
        assertThat(only(design).arm().exposures()).isNotEmpty();
        assertThat(design.lost()).isTrue();
        assertThat(design.isSelected()).isFalse();
        assertThat(design.againstProduct()).isFalse();
    }

    @Test
    void a_product_may_be_compared_with_an_inert_control_and_the_other_way_round() throws Exception {
        RowDesign cells = read("colitis + MSC", "MSC naive", "", "fibroblasts");
        assertThat(only(cells).comparator().dosing()).isEmpty();
        assertThat(only(cells).isBetweenTreatments()).isFalse();
        assertThat(cells.againstProduct()).isFalse();
        RowDesign control = read("colitis + fibroblasts", "fibroblasts", "", "MSC");
        assertThat(only(control).arm().dosing()).isEmpty();
        assertThat(only(control).comparator().dosing()).map(Dosing::product).contains("msc_umbilical_cord");
        assertThat(only(control).isBetweenTreatments()).isTrue();
        assertThat(control.againstProduct()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MSC naive,,msc_umbilical_cord
            MSC preconditioned,,msc_umbilical_cord_primed_cytokines
            IFN-g primed MSC,,msc_umbilical_cord_primed_cytokines
            unprimed MSC,,msc_umbilical_cord
            non-activated MSC,,msc_umbilical_cord
            MSC naive,21% O2,msc_umbilical_cord
            MSC primed,1% O2,msc_umbilical_cord_hypoxic
            MSC spheroids,,msc_umbilical_cord_spheroid
            MSC-CM,,conditioned_medium
            MSC conditioned medium,,conditioned_medium
            MSC lysate,,conditioned_medium
            hucMSC-Ex,,exosome_umbilical_cord
            MSC-Exos,,exosome_umbilical_cord
            ADSC-sEV,,exosome_umbilical_cord
            DPSC,,msc_umbilical_cord
            heat-inactivated MSC,,msc_umbilical_cord
            """)
    void products_are_read_from_their_words(String product, String preconditioning, String id) throws Exception {
        RowDesign design = read("colitis + product", product, preconditioning == null ? "" : preconditioning,
                "colitis_control");
        assertThat(only(design).arm().dosing()).map(Dosing::product).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heat-killed MSC", "heat-inactivated MSC", "dead MSC", "paraformaldehyde-fixed MSC",
            "freeze-killed ADSC"})
    void dead_cells_secrete_nothing_and_are_not_primed(String product) throws Exception {
        RowDesign design = read("colitis + control cells", product, "", "colitis_control");
        Map<String, Double> lost = only(design).arm().dosing().orElseThrow().lost();
        assertThat(lost.keySet()).contains("secretome__y_TSG6_blood_MSC", "secretome__y_PGE2_MSC");
        assertThat(lost.values()).containsOnly(0.0);
        assertThat(design.lost()).isTrue();
        assertThat(only(design).traits().primed()).isFalse();
    }

    @Test
    void apoptotic_cells_secrete_nothing_and_are_given_because_they_may_act() throws Exception {
        RowDesign design = read("colitis + apoptotic MSC", "apoptotic MSC", "", "colitis_control");
        assertThat(design.lost()).isFalse();
        assertThat(only(design).arm().dosing().orElseThrow().lost()).isNotEmpty();
    }

    @Test
    void a_spheroid_is_compared_with_the_same_cells_apart() throws Exception {
        assertThat(only(read("colitis + spheroids", "MSC spheroids", "", "naive_product")).comparator().dosing())
                .map(Dosing::product).contains("msc_umbilical_cord");
    }

    @Test
    void a_treated_arm_that_is_not_ill_stays_without_disease() throws Exception {
        RowDesign design = read("healthy + MSC", "MSC naive", "", "healthy");
        assertThat(only(design).arm().exposures()).isEmpty();
        assertThat(only(design).arm().dosing()).isPresent();
    }

    @Test
    void what_an_arm_of_a_series_adds_is_a_product_or_nothing_or_refused() throws Exception {
        assertThat(series("DSS+PBS").group()).isEqualTo(Group.ILL);
        assertThat(series("DSS_HET").group()).isEqualTo(Group.ILL);
        assertThat(series("antibiotics+DSS").group()).isEqualTo(Group.ILL);
        assertThat(series("ethanol").group()).isEqualTo(Group.HEALTHY);
        assertThat(series("DSS + MSC").group()).isEqualTo(Group.TREATED);
        assertThat(series("DSS+fibroblasts").lost()).isTrue();
        assertThatThrownBy(() -> series("DSS + berberine")).isInstanceOf(Refusal.class)
                .hasMessage("the product is not known: berberine");
        assertThatThrownBy(() -> series("DSS + 5-ASA")).isInstanceOf(Refusal.class)
                .hasMessage("the model has no such drug in mice");
    }

    private RowDesign series(String arm) throws IOException, Refusal {
        Path file = folder.resolve("series.csv");
        Files.writeString(file, "dataset,arm,day,variable,unit,mean,sd,n,median\n"
                + "dss_new," + arm + ",7,DAI,score 0-4,2,1,8,2\n");
        EvidenceTable table = EvidenceTable.timeCourses(file);
        return READER.read(table.rows().getFirst(), table);
    }

    @Test
    void a_lower_dose_of_vesicles_is_lower_in_their_own_unit() throws Exception {
        Contrast contrast = only(read("colitis + EV", "MSC EV", "", "low_dose"));
        assertThat(contrast.comparator().dosing().orElseThrow().amount())
                .isEqualTo(0.1 * contrast.arm().dosing().orElseThrow().amount());
    }

    @Test
    void cells_that_the_model_does_not_have_are_refused_and_not_taken_for_others() {
        assertThatThrownBy(() -> read("colitis + HSC", "hematopoietic stem cells", "", "colitis_control"))
                .isInstanceOf(Refusal.class).hasMessage("the model has no such cells");
    }
}
