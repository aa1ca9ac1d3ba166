package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
    /// The head of a record, or of a `try` with several resources: bodies that are no methods.
    private static final Pattern OTHER = Pattern.compile("\\b(record \\w+(<.*>)?|try) ?\\(");
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
    void a_long_method_whose_head_has_several_lines_is_found_and_a_record_is_no_method() {
        List<String> body = Collections.nCopies(41, "        a++;");
        List<String> method = new ArrayList<>(List.of("class X {", "    void longOne(int a,", "            int b) {"));
        method.addAll(body);
        method.addAll(List.of("    }", "}"));
        assertThat(longMethods(method)).containsOnlyKeys("line 2");
        List<String> record = new ArrayList<>(List.of("record X(int a,", "        int b) {"));
        record.addAll(body);
        record.add("}");
        assertThat(longMethods(record)).isEmpty();
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
            if (OTHER.matcher(lines.get(start)).find()) {
                continue;
            }
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

    /// The line on which the parenthesis opens that `last` closes.
    private static int headOf(List<String> lines, int last) {
        int i = last;
        int open = balance(lines.get(i));
        while (i > 0 && open < 0) {
            i--;
            open += balance(lines.get(i));
        }
        return i;
    }

    private static int balance(String line) {
        return (int) (line.chars().filter(c -> c == '(').count() - line.chars().filter(c -> c == ')').count());
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
