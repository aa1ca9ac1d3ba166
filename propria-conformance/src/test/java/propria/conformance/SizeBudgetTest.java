package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Small files, short methods, packages that fit a screen. The limits are never loosened.
class SizeBudgetTest {

    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int PACKAGE_FILES = 15;

    /// The head of a method or constructor body: an indented line that ends in `) {` or `) throws … {` and is no control
    /// statement.
    private static final Pattern METHOD = Pattern
            .compile("^ {4,12}(?! )(?!.*\\b(if|for|while|switch|catch|try|else|do|synchronized|return)\\b.*\\{$)"
                    + "(?!.*->).*\\)( throws [\\w, .]+)? \\{$");
    private static final Pattern CONTINUED = Pattern.compile(
            "^ {12,}(?!.*\\b(if|for|while|switch|catch|try|else|do|synchronized|return)\\b.*\\{$)(?!.*->)"
                    + ".*\\)( throws [\\w, .]+)? \\{$");

    @Test
    void no_file_is_longer_than_400_lines() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : Project.javaFiles()) {
            long lines = Project.read(file).lines().count();
            if (lines > FILE_LINES) {
                tooLong.add(Project.ROOT.relativize(file) + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_method_is_longer_than_40_lines() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : Project.javaFiles()) {
            longMethods(Project.read(file).lines().toList())
                    .forEach((name, lines) -> tooLong.add(Project.ROOT.relativize(file) + ": " + name + ": " + lines));
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void a_long_method_is_found() {
        List<String> lines = new ArrayList<>(List.of("class X {", "    void longOne(int a) {"));
        for (int i = 0; i < 41; i++) {
            lines.add("        a++;");
        }
        lines.addAll(List.of("    }", "    void shortOne() {", "    }", "}"));
        assertThat(longMethods(lines)).containsOnlyKeys("line 2");
    }

    @Test
    void no_package_holds_more_than_15_files() {
        Map<Path, Integer> files = new TreeMap<>();
        Project.MODULES.forEach(module -> Project.mainFiles(module).stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .forEach(file -> files.merge(Project.ROOT.relativize(file.getParent()), 1, Integer::sum)));
        files.values().removeIf(count -> count <= PACKAGE_FILES);
        assertThat(files).isEmpty();
    }

    /// The methods that are too long, by the line of their head; the end is the brace in the column of the head.
    private static Map<String, Integer> longMethods(List<String> lines) {
        Map<String, Integer> found = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!METHOD.matcher(line).matches() && !CONTINUED.matcher(line).matches()) {
                continue;
            }
            int start = headOf(lines, i);
            String end = " ".repeat(indent(lines.get(start))) + "}";
            int j = i + 1;
            while (j < lines.size() && !lines.get(j).equals(end)) {
                j++;
            }
            int body = j - i - 1;
            if (j < lines.size() && body > METHOD_LINES) {
                found.put("line " + (start + 1), body);
            }
        }
        return found;
    }

    private static int headOf(List<String> lines, int last) {
        int i = last;
        while (i > 0 && indent(lines.get(i)) >= 12 && indent(lines.get(i - 1)) >= 4 && !lines.get(i - 1).endsWith(";")
                && !lines.get(i - 1).endsWith("{")) {
            i--;
        }
        return i;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
