package propria.study.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.study.Toy;
import propria.study.library.Library;

/// The schema that editors use says the same as the reader.
class StudySchemaTest {

    private static final Path LIBRARY = Path.of(System.getProperty("propria.library", "../library"));

    private static List<Error> errors(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(LIBRARY.resolve("schema/study.schema.json")));
        return schema.validate(yaml, InputFormat.YAML);
    }

    private static String toy() throws IOException {
        return Files.readString(Toy.ROOT.resolve("studies/toy/study.yaml"));
    }

    @Test
    void every_shipped_study_is_accepted() throws IOException {
        Library library = Library.read(LIBRARY);
        assertThat(library.studies()).isNotEmpty();
        for (String name : library.studies()) {
            assertThat(errors(Files.readString(library.study(name).resolve("study.yaml")))).as(name).isEmpty();
        }
        assertThat(errors(toy())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"question: Do|qestion: Do", "propria: 1|propria: 2", "per_arm: 4|per_arm: 0",
            "draws: 12|draws: 1.5", "parameters: prior|parameters: priors", "role: naive_msc|role: naive",
            "amount: 1e6 cells|amount: 1e6", "amount: 1e6 cells|amount: -1e6 cells", "at: [1 d, 4 d]|at: [1 d, 4]",
            "at: [1 d, 4 d]|at: [1 d, 4 mg]", "compare: [cells, vehicle]|compare: [cells]",
            "observe: [score, weight]|observe: [score, score]", "retracted: exclude|retracted: ignore",
            "product: cells|produkt: cells"})
    void what_the_reader_refuses_by_form_the_schema_refuses(String piece, String by) throws IOException {
        assertThat(toy()).contains(piece);
        assertThat(errors(toy().replace(piece, by))).isNotEmpty();
    }
}
