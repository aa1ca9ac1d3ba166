package propria.evidence.importer.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import propria.evidence.importer.text.TextFile;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Work;
import propria.model.problem.Problem;

/// RIS, the tagged form that reference managers exchange.
public final class Ris {

    private static final Pattern FORM = Pattern.compile("^\\s{0,3}([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$");

    private Ris() {
    }

    /// @throws propria.model.problem.ProblemException E203 when the last record has no `ER`
    public static Imported read(TextFile file) {
        List<Problem> warnings = new ArrayList<>(file.warnings());
        List<Work> works = new ArrayList<>();
        Optional<Pages> open = Optional.empty();
        int rows = 0;
        for (TaggedText.Field field : TaggedText.fields(file, FORM)) {
            switch (field.tag()) {
                case "TY" -> {
                    if (open.isPresent()) {
                        throw TextFile.endsEarly(file.at(open.get().line, 1),
                                "a record: the next one begins before its `ER`");
                    }
                    open = Optional.of(new Pages(new WorkBuilder(file.at(field.line(), 1), warnings)
                            .type(field.value()), field.line()));
                    rows++;
                }
                case "ER" -> {
                    open.flatMap(Pages::work).ifPresent(works::add);
                    open = Optional.empty();
                }
                default -> open.ifPresent(record -> record.add(field));
            }
        }
        if (open.isPresent()) {
            throw TextFile.endsEarly(file.at(open.get().line, 1), "this record: it has no `ER`");
        }
        return new Imported(Format.RIS, rows, works, List.of(), warnings);
    }

    /// A record with the first and last page that RIS keeps apart.
    private static final class Pages {

        private final WorkBuilder work;
        private final int line;
        private String first = "";
        private String last = "";

        Pages(WorkBuilder work, int line) {
            this.work = work;
            this.line = line;
        }

        void add(TaggedText.Field field) {
            String value = field.value();
            switch (field.tag()) {
                case "TI", "T1", "BT" -> work.title(value);
                case "AU", "A1" -> work.author(value);
                case "JO", "JF", "T2", "JA", "J2" -> work.journal(value);
                case "PY", "Y1", "DA" -> work.year(value);
                case "VL" -> work.volume(value);
                case "IS" -> work.issue(value);
                case "SP" -> first = value;
                case "EP" -> last = value;
                case "DO" -> work.doi(value);
                case "UR", "L2" -> work.url(value);
                case "AN", "C7", "M1" -> accession(value);
                case "C2" -> {
                    if (value.startsWith("PMC")) {
                        work.pmcid(value);
                    }
                }
                default -> {
                }
            }
        }

        /// Databases write their number here; only a PubMed number is told apart from others.
        private void accession(String value) {
            if (value.matches("(?i)(pmid:?\\s*)\\d{5,9}|\\d{7,8}")) {
                work.pmid(value);
            }
        }

        Optional<Work> work() {
            boolean both = !last.isEmpty() && !last.equals(first) && !first.contains("-");
            work.pages(both ? first + "-" + last : first);
            return work.build();
        }
    }
}
