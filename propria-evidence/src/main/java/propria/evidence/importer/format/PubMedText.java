package propria.evidence.importer.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.evidence.Authority;
import propria.evidence.Identifiers;
import propria.evidence.Integrity;
import propria.evidence.Integrity.Status;
import propria.evidence.importer.text.TextFile;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Notice;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;

/// The text of a PubMed page: title, identifiers, notices with their citations, then abstract and lists of other
/// publications, which are not read.
public final class PubMedText {

    private static final Pattern IDENTIFIER = Pattern.compile("^\\s*[-•*]?\\s*(PMID|PMCID|DOI):\\s*(\\S+)\\s*$");
    private static final Set<String> BODY = Set.of("abstract", "figures", "similar articles", "cited by", "references",
            "publication types", "mesh terms", "substances", "related information", "linkout - more resources",
            "conflict of interest statement", "keywords", "no abstract available");

    private final TextFile file;
    private final List<String> lines;
    private final List<Problem> warnings = new ArrayList<>();
    private final List<Integrity> said = new ArrayList<>();

    private PubMedText(TextFile file) {
        this.file = file;
        this.lines = file.lines();
        warnings.addAll(file.warnings());
    }

    /// @throws propria.model.problem.ProblemException E203 when it ends within a notice or before its identifiers
    public static Imported read(TextFile file) {
        return new PubMedText(file).read();
    }

    private Imported read() {
        WorkBuilder work = new WorkBuilder(file.at(1, 1), warnings);
        boolean found = false;
        int line = 0;
        while (line < lines.size() && !BODY.contains(word(line))) {
            Matcher identifier = IDENTIFIER.matcher(lines.get(line));
            Optional<Status> status = NoticeText.pubmed(lines.get(line));
            if (identifier.matches()) {
                found = true;
                switch (identifier.group(1)) {
                    case "PMID" -> work.pmid(identifier.group(2));
                    case "PMCID" -> work.pmcid(identifier.group(2));
                    default -> work.doi(identifier.group(2));
                }
            } else if (status.isPresent()) {
                line = notices(status.get(), line);
                continue;
            } else if (!found && !lines.get(line).isBlank()) {
                work.title(lines.get(line));
            }
            line++;
        }
        if (!found) {
            throw TextFile.endsEarly(file.at(lines.size(), 1), "the head of a record, before its PMID");
        }
        Identifiers about = work.identifiers();
        SourceLocation place = file.at(1, 1);
        List<Notice> notices = said.isEmpty()
                ? List.of(NoticeText.none(about, Authority.PUBMED, place))
                : said.stream().map(s -> new Notice(about, s)).toList();
        return new Imported(Format.PUBMED_TEXT, 1, work.build().stream().toList(), notices, warnings);
    }

    /// Reads the citations under a heading; a citation is a line, or lines, after a dash.
    ///
    /// @return the line after them
    private int notices(Status status, int heading) {
        int before = said.size();
        StringBuilder citation = new StringBuilder();
        int start = heading + 1;
        int line = heading + 1;
        while (line < lines.size() && !isHeading(line)) {
            String text = lines.get(line).strip();
            boolean dash = text.equals("-") || text.equals("•");
            if (dash || text.isEmpty()) {
                add(status, citation, start);
                start = line + 1;
            } else {
                citation.append(citation.isEmpty() ? "" : " ").append(text);
            }
            line++;
        }
        add(status, citation, start);
        if (said.size() == before) {
            throw TextFile.endsEarly(file.at(heading + 1, 1), "`" + lines.get(heading).strip() + "`");
        }
        return line;
    }

    private void add(Status status, StringBuilder citation, int line) {
        if (!citation.isEmpty()) {
            Integrity notice = NoticeText.cited(status, citation.toString(), file.at(line + 1, 1));
            if (notice.notice().isEmpty() && notice.date().isEmpty()) {
                throw TextFile.endsEarly(file.at(line + 1, 1), "the citation of a notice");
            }
            said.add(notice);
            citation.setLength(0);
        }
    }

    private boolean isHeading(int line) {
        String text = lines.get(line).strip();
        return BODY.contains(word(line)) || IDENTIFIER.matcher(text).matches()
                || text.matches("[A-Z][A-Za-z ]{3,40} (in|for|of|from)");
    }

    private String word(int line) {
        return lines.get(line).strip().replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
    }
}
