package propria.evidence.importer.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import propria.evidence.importer.text.LatexText;
import propria.evidence.importer.text.TextFile;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Work;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// BibTeX: entries with braces, quotes, numbers, `@string` names and `#`; text outside entries is a comment.
public final class BibTex {

    private final TextFile file;
    private final String text;
    private final List<Problem> warnings;
    private final Map<String, String> strings = new HashMap<>();
    private final List<Work> works = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int rows;

    private BibTex(TextFile file) {
        this.file = file;
        this.text = file.text();
        this.warnings = new ArrayList<>(file.warnings());
    }

    /// @throws ProblemException E203 when the file ends within an entry, E204 for an entry that is not one
    public static Imported read(TextFile file) {
        BibTex reader = new BibTex(file);
        reader.entries();
        return new Imported(Format.BIBTEX, reader.rows, reader.works, List.of(), reader.warnings);
    }

    private void entries() {
        while (at < text.length()) {
            if (text.charAt(at) != '@') {
                advance();
                continue;
            }
            SourceLocation place = here();
            advance();
            String kind = name().toLowerCase(Locale.ROOT);
            skipBlank();
            if (kind.equals("comment") || at < text.length() && text.charAt(at) != '{' && text.charAt(at) != '(') {
                continue;
            }
            expect(place);
            if (kind.equals("preamble")) {
                value(place);
            } else if (kind.equals("string")) {
                strings.putAll(fields(place));
            } else {
                skipBlank();
                until(',', place);
                rows++;
                work(kind, fields(place), place);
            }
            close(place);
        }
    }

    private void work(String kind, Map<String, String> fields, SourceLocation place) {
        WorkBuilder work = new WorkBuilder(place, warnings).type(kind);
        fields.forEach((name, value) -> {
            String plain = LatexText.plain(value);
            switch (name) {
                case "title" -> work.title(plain);
                case "author" -> people(value).forEach(person -> author(work, person));
                case "journal", "journaltitle", "booktitle" -> work.journal(plain);
                case "year", "date" -> work.year(plain);
                case "volume" -> work.volume(plain);
                case "number", "issue" -> work.issue(plain);
                case "pages" -> work.pages(plain);
                case "doi" -> work.doi(value.replace("\\_", "_"));
                case "pmid" -> work.pmid(plain);
                case "pmcid" -> work.pmcid(plain);
                case "url" -> work.url(value.replace("\\_", "_").replace("\\url", "").replaceAll("[{}]", ""));
                default -> {
                }
            }
        });
        work.build().ifPresent(works::add);
    }

    /// A name that is all in braces is that of a group.
    private static void author(WorkBuilder work, String name) {
        String plain = LatexText.plain(name);
        if (name.startsWith("{") && name.endsWith("}") && plain.contains(" ")) {
            work.author(plain, "");
        } else {
            work.author(plain);
        }
    }

    /// Names are joined by `and` outside braces.
    private static List<String> people(String value) {
        List<String> people = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && i > start && isAnd(value, i)) {
                people.add(value.substring(start, i).strip());
                start = i + 4;
            }
        }
        people.add(value.substring(Math.min(start, value.length())).strip());
        people.removeIf(name -> name.isEmpty() || name.equals("others"));
        return people;
    }

    private static boolean isAnd(String value, int i) {
        return Character.isWhitespace(value.charAt(i)) && value.startsWith("and", i + 1) && i + 4 < value.length()
                && Character.isWhitespace(value.charAt(i + 4));
    }

    private Map<String, String> fields(SourceLocation entry) {
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        while (true) {
            skipBlank();
            if (at < text.length() && text.charAt(at) == ',') {
                advance();
                continue;
            }
            if (at >= text.length() || text.charAt(at) == '}' || text.charAt(at) == ')') {
                return fields;
            }
            SourceLocation place = here();
            String name = name().toLowerCase(Locale.ROOT);
            skipBlank();
            if (at >= text.length()) {
                throw TextFile.endsEarly(entry, "this entry");
            }
            if (name.isEmpty() || text.charAt(at) != '=') {
                throw new ProblemException(Problem.error("E204", place, "a field of an entry is expected here",
                        "found `" + text.substring(at, Math.min(at + 12, text.length())).strip() + "`",
                        "write `name = {value},`"));
            }
            advance();
            fields.putIfAbsent(name, value(entry));
        }
    }

    private String value(SourceLocation entry) {
        StringBuilder value = new StringBuilder();
        while (true) {
            skipBlank();
            if (at >= text.length()) {
                throw TextFile.endsEarly(entry, "this entry");
            }
            switch (text.charAt(at)) {
                case '{' -> value.append(enclosed('}', entry));
                case '"' -> value.append(enclosed('"', entry));
                default -> {
                    String word = name();
                    if (word.isEmpty()) {
                        return value.toString();
                    }
                    value.append(strings.getOrDefault(word.toLowerCase(Locale.ROOT), word));
                }
            }
            skipBlank();
            if (at >= text.length() || text.charAt(at) != '#') {
                return value.toString();
            }
            advance();
        }
    }

    private String enclosed(char end, SourceLocation entry) {
        advance();
        int start = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == end && depth == 0) {
                String inside = text.substring(start, at);
                advance();
                return inside;
            }
            if (c == '\\' && at + 1 < text.length()) {
                advance();
            } else {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            advance();
        }
        throw TextFile.endsEarly(entry, "this entry");
    }

    private void expect(SourceLocation entry) {
        if (at >= text.length()) {
            throw TextFile.endsEarly(entry, "this entry");
        }
        advance();
    }

    private void close(SourceLocation entry) {
        skipBlank();
        expect(entry);
    }

    private void until(char end, SourceLocation entry) {
        while (at < text.length() && text.charAt(at) != end && text.charAt(at) != '}') {
            advance();
        }
        if (at >= text.length()) {
            throw TextFile.endsEarly(entry, "this entry");
        }
    }

    private String name() {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))
                && "{}()=,#\"@".indexOf(text.charAt(at)) < 0) {
            advance();
        }
        return text.substring(start, at);
    }

    private void skipBlank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            advance();
        }
    }

    private void advance() {
        if (text.charAt(at) == '\n') {
            line++;
            lineStart = at + 1;
        }
        at++;
    }

    private SourceLocation here() {
        return file.at(line, at - lineStart + 1);
    }
}
