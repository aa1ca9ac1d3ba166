package propria.evidence.citation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import propria.evidence.Integrity;
import propria.evidence.Source;

/// A source as a BibTeX entry. Author, journal, year, volume and pages are taken from the citation where it has the form
/// that libraries of medicine use; the rest of a citation goes into `note` as it stands. A standing that a reader must know
/// goes there too.
///
/// @param kind `article` or `misc`
/// @param fields in their order, unescaped
public record BibTexEntry(String kind, String key, Map<String, String> fields) {

    private static final Pattern PRINTED = Pattern
            .compile("(?:^|.*[.?!] )(?<journal>\\p{Lu}[^.;]*?) (?<year>(?:19|20)\\d\\d)"
                    + "(?:;(?<volume>[^():;]+)?(?:\\((?<issue>[^)]+)\\))?(?::(?<pages>[^ ,;]+))?)?\\s*$");
    private static final Pattern AUTHORS = Pattern
            .compile("^(?<family>\\p{L}[\\p{L}' -]*?) (?<initials>\\p{Lu}[\\p{L}]{0,3})"
                    + "(?<others>(?:,| et al).*?)?\\. .*");

    /// The entry of a source.
    public static BibTexEntry of(Source source) {
        Map<String, String> fields = new LinkedHashMap<>();
        String citation = source.citation();
        Matcher authors = AUTHORS.matcher(citation);
        if (authors.matches()) {
            fields.put("author", authors.group("family") + ", " + spaced(authors.group("initials"))
                    + (authors.group("others") == null ? "" : " and others"));
        }
        fields.put("title", source.title());
        Matcher printed = PRINTED.matcher(citation);
        boolean article = printed.matches() && (printed.group("volume") != null || printed.start("journal") > 0);
        if (article) {
            fields.put("journal", printed.group("journal"));
            fields.put("year", printed.group("year"));
            put(fields, "volume", printed.group("volume"));
            put(fields, "number", printed.group("issue"));
            put(fields, "pages", printed.group("pages") == null ? null : printed.group("pages").replace("-", "--"));
        }
        source.identifiers().doi().ifPresent(d -> fields.put("doi", d));
        source.identifiers().pmid().ifPresent(p -> fields.put("pmid", p));
        source.identifiers().pmcid().ifPresent(p -> fields.put("pmcid", p));
        source.identifiers().url().ifPresent(u -> fields.put("url", u));
        String note = Optional.of(citation).filter(_ -> !article).orElse("");
        Optional<String> standing = source.verdict().filter(i -> i.status().compareTo(Integrity.Status.OK) > 0)
                .map(Integrity::line);
        put(fields, "note", note + (standing.isPresent() ? (note.isEmpty() ? "" : "; ") + standing.get() : ""));
        return new BibTexEntry(article ? "article" : "misc", source.key(), fields);
    }

    private static void put(Map<String, String> fields, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value.strip());
        }
    }

    private static String spaced(String initials) {
        return initials.chars().mapToObj(c -> Character.isUpperCase(c) ? (char) c + "." : "")
                .filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
    }

    /// The entry as text.
    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(f -> "  " + f.getKey() + " = {" + (isVerbatim(f.getKey()) ? f.getValue() : escaped(f.getValue()))
                        + "},\n")
                .collect(Collectors.joining("", "@" + kind + "{" + key + ",\n", "}\n"));
    }

    private static boolean isVerbatim(String field) {
        return field.equals("doi") || field.equals("url");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\textbackslash ").replaceAll("([&%$#_{}])", "\\\\$1")
                .replace("~", "\\textasciitilde ").replace("^", "\\textasciicircum ");
    }
}
