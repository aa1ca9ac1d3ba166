package propria.evidence.importer.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import propria.evidence.Authority;
import propria.evidence.Integrity.Status;
import propria.evidence.importer.text.TextFile;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Notice;
import propria.evidence.importer.work.Work;
import propria.model.problem.Problem;

/// What PubMed saves as its own format (`.nbib`, MEDLINE): tagged lines, records between blank lines.
public final class Medline {

    private static final Pattern FORM = Pattern.compile("^([A-Z]{2,4}) {0,2}-(?: (.*))?$");
    private static final Map<String, Status> IN = Map.of("ECI", Status.EXPRESSION_OF_CONCERN, "RIN",
            Status.RETRACTED, "PRIN", Status.RETRACTED, "EIN", Status.CORRECTED, "CRI", Status.CORRECTED, "RRI",
            Status.REPLACED);

    private final TextFile file;
    private final List<Problem> warnings;
    private final List<Work> works = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private int rows;

    private Medline(TextFile file) {
        this.file = file;
        this.warnings = new ArrayList<>(file.warnings());
    }

    /// @throws propria.model.problem.ProblemException E203 when a record has no title or no `SO`, its last field
    public static Imported read(TextFile file) {
        Medline reader = new Medline(file);
        List<TaggedText.Field> record = new ArrayList<>();
        for (TaggedText.Field field : TaggedText.fields(file, FORM)) {
            if (field.tag().equals("PMID") || field.tag().isEmpty()) {
                reader.add(record);
                record.clear();
            }
            if (!field.tag().isEmpty()) {
                record.add(field);
            }
        }
        reader.add(record);
        return new Imported(Format.MEDLINE, reader.rows, reader.works, reader.notices, reader.warnings);
    }

    private void add(List<TaggedText.Field> record) {
        if (record.isEmpty()) {
            return;
        }
        rows++;
        int line = record.getFirst().line();
        if (record.stream().noneMatch(f -> f.tag().equals("SO"))) {
            throw TextFile.endsEarly(file.at(line, 1), "this record: its last field `SO` is missing");
        }
        WorkBuilder work = new WorkBuilder(file.at(line, 1), warnings);
        boolean full = record.stream().anyMatch(f -> f.tag().equals("FAU"));
        record.forEach(field -> field(work, field, full));
        Optional<Work> built = work.build();
        built.ifPresent(works::add);
        boolean preprint = record.stream().anyMatch(f -> f.tag().equals("PT") && f.value().equals("Preprint"));
        List<Notice> own = new ArrayList<>();
        for (TaggedText.Field field : record) {
            Optional<Status> status = field.tag().equals("UIN") && preprint
                    ? Optional.of(Status.PREPRINT_SUPERSEDED)
                    : Optional.ofNullable(IN.get(field.tag()));
            status.ifPresent(s -> own.add(new Notice(work.identifiers(),
                    NoticeText.cited(s, field.value(), file.at(field.line(), 1)))));
        }
        notices.addAll(own.isEmpty()
                ? List.of(NoticeText.none(work.identifiers(), Authority.PUBMED, file.at(line, 1)))
                : own);
    }

    private static void field(WorkBuilder work, TaggedText.Field field, boolean fullNames) {
        String value = field.value();
        switch (field.tag()) {
            case "PMID" -> work.pmid(value);
            case "PMC" -> work.pmcid(value);
            case "TI" -> work.title(value);
            case "FAU" -> work.author(value);
            case "AU" -> {
                if (!fullNames) {
                    work.author(value);
                }
            }
            case "TA" -> work.journal(value);
            case "DP" -> work.year(value);
            case "VI" -> work.volume(value);
            case "IP" -> work.issue(value);
            case "PG" -> work.pages(value);
            case "PT" -> work.type(value);
            case "LID", "AID" -> {
                if (value.endsWith("[doi]")) {
                    work.doi(value);
                }
            }
            default -> {
            }
        }
    }
}
