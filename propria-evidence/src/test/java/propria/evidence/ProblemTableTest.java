package propria.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTableTest {

    @Test
    void every_code_that_the_module_uses_is_explained_and_every_explained_one_is_used() throws IOException {
        assertThat(explained()).containsExactlyElementsOf(used());
    }

    @Test
    void every_line_of_the_table_has_four_filled_columns() throws IOException {
        assertThat(table()).allSatisfy(line -> assertThat(line.split("\t")).hasSize(4)
                .allSatisfy(cell -> assertThat(cell).isNotBlank()));
    }

    private static List<String> table() throws IOException {
        try (InputStream in = EvidenceLibrary.class.getResourceAsStream("/propria/evidence/problems.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
        }
    }

    private static Set<String> explained() throws IOException {
        Set<String> codes = new TreeSet<>();
        table().forEach(line -> codes.add(line.substring(0, 4)));
        return codes;
    }

    private static Set<String> used() throws IOException {
        Set<String> codes = new TreeSet<>();
        Path sources = Path.of(System.getProperty("propria.root", ".."), "propria-evidence/src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher code = Pattern.compile("\"(E\\d{3})\"").matcher(Files.readString(file));
                while (code.find()) {
                    codes.add(code.group(1));
                }
            }
        }
        return codes;
    }
}
