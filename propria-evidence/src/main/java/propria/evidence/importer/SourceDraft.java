package propria.evidence.importer;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import propria.evidence.Integrity;
import propria.evidence.importer.work.Work;

/// A work as the text of a source file: what is known is filled in, what is not is left out. It has no claims: those a
/// person takes from the paper.
///
/// @param key the name of the source and of its file
/// @param text the file
public record SourceDraft(String key, String text) {

    /// Drafts a file.
    ///
    /// @param said what authorities say about the work
    /// @param taken the keys that are in use
    public static SourceDraft of(Work work, List<Integrity> said, Predicate<String> taken) {
        String key = key(work, taken);
        StringBuilder text = new StringBuilder("source: ").append(key).append('\n');
        line(text, "title", Optional.of(work.title()));
        line(text, "citation", Optional.of(work.citation()));
        line(text, "doi", work.identifiers().doi());
        line(text, "pmid", work.identifiers().pmid());
        line(text, "pmcid", work.identifiers().pmcid());
        line(text, "url", work.identifiers().url());
        Optional<String> kind = kind(work.types());
        text.append("kind: ").append(kind.orElse("experiment"))
                .append(kind.isEmpty() ? "  # a guess: nothing in the import says it\n" : "\n");
        text.append("mark: unverified\n").append(integrity(said));
        return new SourceDraft(key, text.toString());
    }

    /// The `integrity:` block of a source file.
    public static String integrity(List<Integrity> said) {
        StringBuilder text = new StringBuilder("integrity:\n");
        if (said.isEmpty()) {
            text.append("  - status: not_checked\n");
        }
        for (Integrity one : said) {
            text.append("  - status: ").append(one.status().word()).append('\n');
            line(text, "    date", one.date().map(Object::toString));
            line(text, "    notice", one.notice());
            line(text, "    authority", one.authority());
            line(text, "    checked", one.checked().map(Object::toString));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String field, Optional<String> value) {
        value.ifPresent(v -> text.append(field).append(": ").append(quoted(v)).append('\n'));
    }

    /// A text in double quotes, as YAML reads it back.
    static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' || c == 0x7F ? ' ' : c);
            }
        }
        return text.append('"').toString();
    }

    /// Family name and year of the first author; `b`, `c`, … when that is in use.
    private static String key(Work work, Predicate<String> taken) {
        String first = work.authors().isEmpty() ? work.title() : work.authors().getFirst();
        String family = work.authors().isEmpty() || first.lastIndexOf(' ') < 0
                ? first
                : first.substring(0, first.lastIndexOf(' '));
        String name = Normalizer.normalize(family, Normalizer.Form.NFKD).replace("ß", "ss").replace("ø", "o")
                .replace("ł", "l").toLowerCase(Locale.ROOT).replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String shortened = name.length() > 30 ? name.substring(0, 30).replaceAll("-[^-]*$", "") : name;
        String key = (shortened.isEmpty() ? "unnamed" : shortened)
                + (work.year().isPresent() ? "-" + work.year().getAsInt() : "");
        if (!taken.test(key)) {
            return key;
        }
        for (char letter = 'b'; letter <= 'z'; letter++) {
            if (!taken.test(key + letter)) {
                return key + letter;
            }
        }
        int number = 2;
        while (taken.test(key + "-" + number)) {
            number++;
        }
        return key + "-" + number;
    }

    private static Optional<String> kind(List<String> types) {
        String all = String.join(";", types).toLowerCase(Locale.ROOT);
        if (all.contains("meta-analysis")) {
            return Optional.of("meta_analysis");
        }
        if (all.contains("review") && !all.contains("peer-review")) {
            return Optional.of("review");
        }
        if (all.contains("clinical trial") || all.contains("randomized controlled trial")) {
            return Optional.of("clinical");
        }
        return all.contains("dataset") ? Optional.of("dataset") : Optional.empty();
    }
}
