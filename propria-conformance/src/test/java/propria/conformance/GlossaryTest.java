package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// One term, one meaning: the public types of model, study and inference are words of the glossary.
class GlossaryTest {

    private static final Pattern ROW = Pattern.compile("^\\| \\*{0,2}`?([^|`*]+?)`?\\*{0,2} \\|", Pattern.MULTILINE);
    private static final Pattern PUBLIC_TYPE = Pattern
            .compile("^public (?:sealed |final |abstract |non-sealed )*(?:class|interface|record|enum) (\\w+)",
                    Pattern.MULTILINE);

    @Test
    void every_public_type_of_model_study_inference_and_trial_is_in_the_glossary() {
        Set<String> terms = ROW.matcher(Project.read(Project.ROOT.resolve("GLOSSARY.md"))).results()
                .flatMap(row -> List.of(row.group(1).split("[,/]")).stream()).map(String::strip)
                .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (String module : List.of("propria-model", "propria-study", "propria-inference", "propria-trial")) {
            for (Path file : Project.mainFiles(module)) {
                Matcher type = PUBLIC_TYPE.matcher(Project.read(file));
                if (type.find() && !terms.contains(type.group(1))) {
                    missing.add(type.group(1));
                }
            }
        }
        assertThat(missing).as("public types that GLOSSARY.md does not explain").isEmpty();
    }

    @Test
    void no_type_is_named_after_a_cell_or_a_cytokine() {
        Pattern biology = Pattern
                .compile("(Msc|Macrophage|Neutrophil|Tcell|Treg|Cytokine|Interleukin|Tnf|Exosome|Epithel"
                        + "|Crypt|Gut|Colitis|Fistula|Mouse|Human|Infliximab)");
        List<String> named = Project.MODULES.stream().flatMap(module -> Project.mainFiles(module).stream())
                .map(file -> file.getFileName().toString()).filter(name -> biology.matcher(name).find()).toList();
        assertThat(named).isEmpty();
    }
}
