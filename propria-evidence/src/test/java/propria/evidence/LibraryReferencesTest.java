package propria.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the models, the data and the studies that ship with the laboratory cite is in its library of evidence.
class LibraryReferencesTest {

    private static final Path LIBRARY = Path.of(System.getProperty("propria.library", "../library"));
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern YAML = Pattern.compile("\\bsource: *\"?([^\\s,}\"]+)");

    private final EvidenceLibrary library = EvidenceLibrary.read(LIBRARY.resolve("evidence"));

    @Test
    void every_source_that_a_model_cites_is_known() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (Path file : files(".ant")) {
            for (String line : Files.readAllLines(file)) {
                int verb = line.replaceFirst("(^|\\s)//.*", "").indexOf("isDescribedBy");
                Matcher reference = QUOTED.matcher(verb < 0 ? "" : line.substring(verb));
                while (reference.find()) {
                    note(file, reference.group(1), unknown);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_source_that_library_data_or_a_study_cites_is_known() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (Path file : files(".yaml")) {
            Matcher reference = YAML.matcher(Files.readString(file));
            while (reference.find()) {
                note(file, reference.group(1), unknown);
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_measurement_says_which_known_source_it_comes_from() throws IOException {
        List<String> unknown = new ArrayList<>();
        int rows = 0;
        for (Path file : files("measurements.tsv")) {
            List<String> lines = Files.readAllLines(file);
            int column = List.of(lines.getFirst().split("\t")).indexOf("source");
            for (String line : lines.subList(1, lines.size())) {
                note(file, line.split("\t", -1)[column], unknown);
                rows++;
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(rows).isGreaterThan(100);
    }

    private void note(Path file, String reference, List<String> unknown) {
        if (library.find(reference).isEmpty()) {
            unknown.add(LIBRARY.relativize(file) + ": " + reference);
        }
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(LIBRARY)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}
