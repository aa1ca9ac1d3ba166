package propria.evidence.importer.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.evidence.Identifiers;
import propria.evidence.importer.text.Dates;
import propria.evidence.importer.text.HtmlText;
import propria.evidence.importer.work.Work;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;

/// Gathers what a bibliography says about one publication, field by field, in any order. An identifier that does not have
/// the form of one is left out with a warning.
final class WorkBuilder {

    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[^\\s\"<>]+");
    private static final Pattern PMID = Pattern.compile("\\d{1,9}");
    private static final Pattern PMCID = Pattern.compile("PMC\\d+");

    private final SourceLocation place;
    private final List<Problem> warnings;
    private String title = "";
    private final List<String> authors = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private Optional<String> journal = Optional.empty();
    private OptionalInt year = OptionalInt.empty();
    private Optional<String> volume = Optional.empty();
    private Optional<String> issue = Optional.empty();
    private Optional<String> pages = Optional.empty();
    private Optional<String> doi = Optional.empty();
    private Optional<String> pmid = Optional.empty();
    private Optional<String> pmcid = Optional.empty();
    private Optional<String> url = Optional.empty();

    WorkBuilder(SourceLocation place, List<Problem> warnings) {
        this.place = place;
        this.warnings = warnings;
    }

    WorkBuilder title(String text) {
        if (title.isEmpty()) {
            title = HtmlText.plain(text).replaceFirst("\\.$", "");
        }
        return this;
    }

    /// An author as `Family, Given`, `Family GN` or `Given Family`.
    WorkBuilder author(String name) {
        String plain = HtmlText.plain(name);
        int comma = plain.indexOf(',');
        if (comma > 0) {
            return author(plain.substring(0, comma), plain.substring(comma + 1));
        }
        int blank = plain.lastIndexOf(' ');
        boolean initialsLast = blank > 0 && plain.substring(blank + 1).matches("\\p{Lu}{1,4}");
        if (blank > 0 && !initialsLast) {
            return author(plain.substring(blank + 1), plain.substring(0, blank));
        }
        if (!plain.isEmpty()) {
            authors.add(plain);
        }
        return this;
    }

    WorkBuilder author(String family, String given) {
        StringBuilder initials = new StringBuilder();
        for (String part : HtmlText.plain(given).split("[\\s.\\-]+")) {
            boolean already = part.matches("\\p{Lu}{2,4}");
            initials.append(part.isEmpty() ? "" : already ? part : part.substring(0, 1).toUpperCase(Locale.ROOT));
        }
        String name = (HtmlText.plain(family) + " " + initials).strip();
        if (!name.isEmpty()) {
            authors.add(name);
        }
        return this;
    }

    WorkBuilder type(String text) {
        if (!text.isBlank()) {
            types.add(text.strip());
        }
        return this;
    }

    WorkBuilder journal(String text) {
        journal = journal.or(() -> filled(text));
        return this;
    }

    WorkBuilder year(String text) {
        year = year.isPresent() ? year : Dates.year(text);
        return this;
    }

    WorkBuilder volume(String text) {
        volume = volume.or(() -> filled(text));
        return this;
    }

    WorkBuilder issue(String text) {
        issue = issue.or(() -> filled(text));
        return this;
    }

    WorkBuilder pages(String text) {
        pages = pages.or(() -> filled(text.replace("–", "-").replaceAll("-+", "-")));
        return this;
    }

    WorkBuilder doi(String text) {
        doi = doi.or(() -> identifier("doi", text));
        return this;
    }

    WorkBuilder pmid(String text) {
        pmid = pmid.or(() -> identifier("pmid", text));
        return this;
    }

    WorkBuilder pmcid(String text) {
        pmcid = pmcid.or(() -> identifier("pmcid", text));
        return this;
    }

    /// An address; one that resolves a DOI counts as the DOI.
    WorkBuilder url(String text) {
        String plain = text.strip();
        if (plain.matches("(?i)https?://(dx\\.)?doi\\.org/10\\..*")) {
            return doi(plain);
        }
        url = url.or(() -> plain.matches("https?://\\S+") ? Optional.of(plain) : Optional.empty());
        return this;
    }

    private static Optional<String> filled(String text) {
        String plain = HtmlText.plain(text);
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }

    private Optional<String> identifier(String kind, String text) {
        Optional<String> found = switch (kind) {
            case "doi" -> doiIn(text);
            case "pmid" -> first(PMID, text);
            default -> first(PMCID, text.strip().matches("\\d+") ? "PMC" + text.strip() : text);
        };
        if (found.isEmpty() && !text.isBlank()) {
            warnings.add(Problem.warning("E207", place, "`" + text.strip() + "` is not a " + kind + " and is left out",
                    "it does not have the form of one", "correct it in the file, or add it by hand"));
        }
        return found;
    }

    /// The first DOI in a text, without the punctuation that follows it.
    static Optional<String> doiIn(String text) {
        return first(DOI, HtmlText.plain(text)).map(d -> d.replaceFirst("[.,;:]+$", ""))
                .map(d -> d.endsWith(")") && !d.contains("(") ? d.substring(0, d.length() - 1) : d);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    Identifiers identifiers() {
        return new Identifiers(doi, pmid, pmcid, url);
    }

    /// The publication; empty, with a warning, when it has no title.
    Optional<Work> build() {
        if (title.isEmpty()) {
            warnings.add(Problem.warning("E206", place, "a record without a title is left out",
                    identifiers().best().orElse("it has no identifier either"), "add its title in the file"));
            return Optional.empty();
        }
        return Optional.of(new Work(title, authors, journal, year, volume, issue, pages, identifiers(),
                types.stream().distinct().toList(), place));
    }
}
