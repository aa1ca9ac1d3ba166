package propria.evidence.importer.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import propria.evidence.importer.text.JsonFile;
import propria.evidence.importer.text.TextFile;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Work;
import propria.model.problem.Problem;
import tools.jackson.databind.JsonNode;

/// CSL-JSON, the form of the Citation Style Language that Zotero and pandoc write.
public final class CslJson {

    private CslJson() {
    }

    /// Reads a file.
    ///
    /// @throws propria.model.problem.ProblemException E203 when it ends early, E204 when it is malformed
    public static Imported read(TextFile file) {
        List<Problem> warnings = new ArrayList<>(file.warnings());
        List<Work> works = new ArrayList<>();
        List<JsonFile.Item> items = JsonFile.items(file);
        for (JsonFile.Item item : items) {
            JsonNode node = item.node();
            WorkBuilder work = new WorkBuilder(item.place(), warnings).title(text(node, "title"))
                    .type(text(node, "type")).doi(text(node, "DOI")).pmid(text(node, "PMID"))
                    .pmcid(text(node, "PMCID")).url(text(node, "URL")).volume(text(node, "volume"))
                    .issue(text(node, "issue")).pages(text(node, "page"));
            String abbreviated = text(node, "container-title-short");
            work.journal(abbreviated.isEmpty() ? text(node, "container-title") : abbreviated);
            JsonNode issued = node.path("issued");
            work.year(issued.path("date-parts").path(0).path(0).asString(""));
            work.year(text(issued, "raw") + " " + text(issued, "literal"));
            for (JsonNode author : node.path("author")) {
                String family = (text(author, "non-dropping-particle") + " " + text(author, "family")).strip();
                work.author(family.isEmpty() ? text(author, "literal") : family, text(author, "given"));
            }
            note(work, text(node, "note"));
            work.build().ifPresent(works::add);
        }
        return new Imported(Format.CSL_JSON, items.size(), works, List.of(), warnings);
    }

    /// Zotero keeps what CSL has no key for in lines of the note: `PMID: 36707899`.
    private static void note(WorkBuilder work, String note) {
        for (String line : note.split("\n")) {
            String lower = line.toLowerCase(Locale.ROOT).strip();
            if (lower.startsWith("pmid:")) {
                work.pmid(line);
            } else if (lower.startsWith("pmcid:")) {
                work.pmcid(line.strip().substring(6));
            } else if (lower.startsWith("doi:")) {
                work.doi(line);
            }
        }
    }

    private static String text(JsonNode node, String key) {
        return CrossrefJson.text(node, key);
    }
}
