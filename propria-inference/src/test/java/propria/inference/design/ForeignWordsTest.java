package propria.inference.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import propria.inference.design.ArmDesign.Dosing;
import propria.inference.design.ArmDesign.Exposure;
import propria.inference.design.RowDesign.Group;
import propria.inference.table.EvidenceTable;
import propria.inference.vocabulary.OutcomeTerm;
import propria.inference.vocabulary.OutcomeTerm.Kind;
import propria.inference.vocabulary.Vocabulary;
import propria.study.library.Library;

/// Tables of people who never saw the vocabulary: what their words are read as.
class ForeignWordsTest {

    private static final Path ROOT = Path.of(System.getProperty("propria.root", ".."), "library");
    private static final DesignReader READER = new DesignReader(
            Vocabulary.read(ROOT.resolve("calibration/vocabulary.yaml")), Library.read(ROOT));

    @TempDir
    private Path folder;

    private final Map<String, String> study = new LinkedHashMap<>(Map.of("id", "X", "species", "mouse", "strain",
            "C57BL/6", "model", "DSS 3% 7 d"));
    private final Map<String, String> row = new LinkedHashMap<>(Map.of("study_id", "X", "arm", "colitis + product",
            "product", "MSC naive", "dose", "1e6", "dose_unit", "cells", "route", "IP", "dosing_days", "2", "outcome",
            "DAI", "day", "9", "mean", "0"));

    private RowDesign read() throws IOException, Refusal {
        row.putIfAbsent("spread_kind", "direction_only");
        row.putIfAbsent("unit", "sign_vs_colitis_control");
        row.putIfAbsent("provenance", "seen");
        row.putIfAbsent("n", "8");
        write("studies.csv", "id,pmid,doi,citation,species,strain,model,integrity_status,provenance,url,notes", study);
        write("observations.csv", "study_id,arm,product,source_tissue,donor_species,preconditioning,dose,dose_unit,"
                + "route,dosing_days,n,outcome,day,mean,sd,spread_kind,unit,provenance,url_or_note", row);
        EvidenceTable table = EvidenceTable.preclinical(folder);
        return READER.read(table.rows().getFirst(), table);
    }

    private void write(String file, String header, Map<String, String> cells) throws IOException {
        Files.writeString(folder.resolve(file), header + "\n" + java.util.Arrays.stream(header.split(",", -1))
                .map(column -> '"' + cells.getOrDefault(column, "") + '"').collect(Collectors.joining(",")) + "\n");
    }

    private Dosing given() throws IOException, Refusal {
        return read().contrasts().getFirst().arm().dosing().orElseThrow();
    }

    private OutcomeTerm outcome(String words) throws IOException, Refusal {
        row.put("outcome", words);
        return read().outcome();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            i.v.                   | intravenous
            I. V. injection        | intravenous
            penile vein            | intravenous
            i.v. via tail vein     | intravenous
            i. p.                  | intraperitoneal
            peritoneal cavity      | intraperitoneal
            per rectum             | enema
            transanal              | enema
            into the colonic submucosa | submucosal
            """, delimiter = '|')
    void a_route_is_known_however_it_is_abbreviated(String written, String route) throws Exception {
        row.put("route", written);
        assertThat(given().route()).isEqualTo(route);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.o.", "intragastric", "intra-arterial", "s.c.", "i.m."})
    void a_route_that_the_model_does_not_have_is_refused_by_its_name(String written) {
        row.put("route", written);
        assertThatThrownBy(this::read).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reason()).startsWith("the model has no ").contains(" route for "));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Sprague-Dawley     | wild-type
            Rag1-/-            | nod-scid
            NOD/SCID           | nod-scid
            BALB/cJ            | balb-c
            """, delimiter = '|')
    void a_strain_is_not_found_inside_of_other_words(String strain, String population) throws Exception {
        study.put("strain", strain);
        assertThat(read().contrasts().getFirst().arm().population()).isEqualTo(population);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dextran sodium sulfate 3% 7 d", "dextran sodium sulphate, 3 %, 7 days",
            "3% dextran sulfate"})
    void what_made_ill_is_known_by_its_long_name(String words) throws Exception {
        study.put("model", words);
        assertThat(read().contrasts().getFirst().arm().exposures()).map(Exposure::insult).containsExactly("DSS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IL-10 deficient", "interleukin-10-deficient, spontaneous enterocolitis", "Il10 KO",
            "Il10tm1Cgn"})
    void a_missing_gene_is_known_however_it_is_written(String words) throws Exception {
        study.put("model", words);
        assertThat(read().contrasts().getFirst().arm().population()).isEqualTo("il10-knockout");
    }

    @Test
    void what_subjects_are_decides_where_the_disease_says_only_that_it_comes_by_itself() throws Exception {
        study.put("model", "spontaneous colitis");
        study.put("strain", "Mdr1a-/- FVB");
        assertThat(read().contrasts().getFirst().arm().population()).isEqualTo("mdr1a-knockout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spontaneous colitis (Winnie)", "SAMP1/YitFc ileitis", "Citrobacter rodentium colitis",
            "radiation colitis, 27 Gy"})
    void a_disease_that_the_model_does_not_have_is_not_taken_for_one_that_it_has(String words) {
        study.put("model", words);
        assertThatThrownBy(this::read).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reason()).startsWith("the model has no "));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            exosomes from M2 macrophages        |
            M2 macrophage-derived exosomes      |
            ginger-derived nanovesicles         |
            milk extracellular vesicles         |
            serum exosomes                      |
            extracellular vesicles              | bovine milk
            cyclosporin A                       |
            mesalamine                          |
            """, delimiter = '|')
    void what_the_model_does_not_have_is_not_taken_for_what_it_has(String product, String tissue) {
        row.put("product", product);
        row.put("source_tissue", tissue == null ? "" : tissue);
        assertThatThrownBy(this::read).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reason()).startsWith("the model has no "));
    }

    @Test
    void what_is_given_on_no_stated_day_is_given_before_it_is_read() throws Exception {
        study.put("model", "IL-10 null");
        row.put("dosing_days", "twice weekly");
        row.put("day", "28");
        assertThat(given().days()).containsExactly(14.0);
        row.put("day", "84");
        assertThat(given().days()).containsExactly(56.0);
    }

    @Test
    void what_is_given_before_the_first_day_is_given_on_it_and_says_so() throws Exception {
        row.put("dosing_days", "-1, 2");
        assertThat(given().days()).containsExactly(0.0, 2.0);
        assertThat(read().assumed()).containsEntry("day of dosing", "0 for `-1, 2`");
    }

    @Test
    void what_is_read_before_the_first_day_is_not_predicted() throws Exception {
        row.put("day", "-7");
        assertThatThrownBy(this::read).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reason()).contains("on day -7.0, before the first day"));
        row.put("day", "0");
        assertThat(read().contrasts().getFirst().day()).isZero();
    }

    @Test
    void irradiated_cells_are_no_irradiated_gut() throws Exception {
        row.put("arm", "colitis + irradiated MSC");
        assertThat(read().contrasts().getFirst().arm().exposures()).map(Exposure::insult).containsExactly("DSS");
    }

    @Test
    void cells_are_what_they_became_and_not_what_they_were_made_of() throws Exception {
        row.put("product", "mesenchymal stem cells derived from embryonic stem cells");
        assertThat(given().product()).isEqualTo("msc_umbilical_cord");
        row.put("product", "MSC + exosome release inhibitor GW4869");
        assertThat(given().unit()).isEqualTo("cells");
        assertThat(read().lost()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MSC naive  |                     | msc_umbilical_cord
            MSC        | IFN-gamma 50 ng/mL  | msc_umbilical_cord_primed_cytokines
            MSC        | low oxygen (1%)     | msc_umbilical_cord_hypoxic
            MSC        | hanging-drop aggregates | msc_umbilical_cord_spheroid
            MSC        | none                | msc_umbilical_cord
            MSC        | not stated          | msc_umbilical_cord
            MSC        | cryopreserved       | msc_umbilical_cord
            MSC        | TSG-6 siRNA         | msc_umbilical_cord
            """, delimiter = '|')
    void a_cell_that_says_what_was_done_before_says_that_it_was_done(String product, String cell, String id)
            throws Exception {
        row.put("product", product);
        row.put("preconditioning", cell == null ? "" : cell);
        assertThat(given().product()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MSC, scrambled siRNA     | false | none
            siCTL-MSC                | false | none
            MSC shTSG6               | true  | secretome__y_TSG6_MSC
            TSG-6-silenced MSC       | true  | secretome__y_TSG6_MSC
            Ptgs2-/- MSC             | true  | secretome__y_PGE2_MSC
            MSC plus 1-methyltryptophan | true | secretome__y_kynurenine_MSC
            MSC, TLR4 knockout       | true  | none
            EV-depleted MSC conditioned medium | true | none
            """, delimiter = '|')
    void what_was_taken_away_is_known_and_its_control_has_lost_nothing(String product, boolean lost, String id)
            throws Exception {
        row.put("product", product);
        assertThat(read().lost()).isEqualTo(lost);
        if (id.equals("none")) {
            assertThat(given().lost()).isEmpty();
        } else {
            assertThat(given().lost()).containsKey(id);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            healthy control   | naive mice    | HEALTHY
            untreated healthy | healthy       | HEALTHY
            phosphate-buffered saline | colitis + PBS | ILL
            vehicle control   | DSS           | ILL
            """, delimiter = '|')
    void nothing_given_is_known_by_many_names(String product, String arm, Group group) throws Exception {
        row.put("product", product);
        row.put("arm", arm);
        assertThat(read().group()).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            DSS              | 0
            TNBS_alone       | 0
            GFP-MSC          | 1
            control_MSC      | 1
            wild-type MSC    | 1
            healthy          | 0
            """, delimiter = '|')
    void a_comparator_is_the_ill_arm_or_the_same_product_whole(String words, int products) throws Exception {
        row.put("product", "MSC shTSG6");
        row.put("unit", "sign_vs_" + words);
        assertThat(read().contrasts().getFirst().comparator().dosing().stream()).hasSize(products)
                .allMatch(dosing -> dosing.lost().isEmpty() && dosing.product().equals("msc_umbilical_cord"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Tumor necrosis factor alpha       | TNF                | false
            interleukin-6                     | IL6                | false
            Interleukin 17A                   | IL17               | false
            transforming growth factor beta   | TGFb               | false
            vascular endothelial growth factor | VEGF              | false
            monocyte chemoattractant protein 1 | CCL2              | false
            CD31+ vessels                     | VEGF               | false
            T-regulatory cells, % of CD4      | Treg               | false
            M1/M2 ratio                       | M1                 | false
            Th1/Th2 balance                   | IFNg               | false
            Bacteroidetes/Firmicutes          | butyrate_producers | true
            Firmicutes/Bacteroidetes ratio    | butyrate_producers | false
            Lcn2_stool                        | calprotectin       | false
            butyric acid in stool             | butyrate_producers | false
            stool consistency                 | stool_score        | false
            Superoxide dismutase activity     | ROS                | true
            superoxide                        | ROS                | false
            Colonic length                    | colon_length       | false
            colonic weight                    | neutrophils        | false
            Clinical disease score            | DAI                | false
            Disease activity index (weight, stool, blood) | DAI    | false
            weight of colon (mg/cm)           | neutrophils        | false
            colon edema (wet weight)          | neutrophils        | false
            iNOS/CD206 ratio                  | M1                 | false
            Interleukin (IL)-22               | IL22               | false
            mRNA Tjp1                         | tight_junctions    | false
            F:B ratio                         | butyrate_producers | false
            body wt                           | body_weight        | false
            crypt loss                        | histology          | false
            colitis score (0-4)               | DAI                | false
            histological colitis score        | histology          | false
            Microscopic damage score          | histology          | false
            damage score                      | ulcer              | false
            endoscopic index of colitis severity | ulcer           | false
            histological disease activity     | histology          | false
            transepithelial electrical resistance | tight_junctions | false
            hydroxyproline                    | matrix             | false
            B cells                           | colon_B_cells      | false
            CD5+ regulatory B cells           | Treg               | false
            """, delimiter = '|')
    void an_outcome_is_known_by_its_long_name_and_not_by_a_part_of_another(String words, String quantity,
            boolean inverse) throws Exception {
        OutcomeTerm term = outcome(words);
        assertThat(term.quantity()).isEqualTo(quantity);
        assertThat(term.inverse()).isEqualTo(inverse);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight of the spleen", "PGE2 (culture medium)", "C-reactive protein", "food intake",
            "hemoglobin (g/dL)"})
    void what_the_model_does_not_have_is_no_outcome(String words) {
        assertThatThrownBy(() -> outcome(words)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            weight loss on day 8     | % of start | -14 | START_CHANGE
            body weight change       | %          | -12 | START_CHANGE
            body weight change       | %          | 6   | START_CHANGE
            body weight change       | % of start | 88  | START_PERCENT
            weight loss              | %          | 14  | START_PERCENT
            relative body weight     | %          | 86  | START_PERCENT
            """, delimiter = '|')
    void a_weight_below_zero_or_that_is_no_weight_is_a_change_since_the_first_day(String words, String unit,
            String value, Kind kind) throws Exception {
        row.putAll(Map.of("outcome", words, "unit", unit, "mean", value, "spread_kind", "SD"));
        OutcomeTerm term = read().outcome();
        assertThat(term.kind()).isEqualTo(kind);
        assertThat(term.inverse()).isEqualTo(kind == Kind.START_PERCENT && words.contains("loss"));
    }
}
