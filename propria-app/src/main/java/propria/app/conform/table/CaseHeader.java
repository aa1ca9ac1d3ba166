package propria.app.conform.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import propria.app.conform.CaseSettings;

/// What the suite says that a case tests (the head of its `-model.m`).
///
/// @param components the parts of SBML that the model has, such as `EventWithDelay`
/// @param tests what is tested beside them, such as `NonConstantCompartment`
/// @param packages the packages of SBML, such as `comp`
record CaseHeader(List<String> components, List<String> tests, List<String> packages) {

    /// Reads a header; where there is none, nothing is known of the case.
    static CaseHeader read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new CaseHeader(List.of(), List.of(), List.of());
        }
        var entries = CaseSettings.entries(file);
        return new CaseHeader(list(entries.getOrDefault("componentTags", "")),
                list(entries.getOrDefault("testTags", "")), list(entries.getOrDefault("packagesPresent", "")));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
    }
}
