package propria.evidence.importer.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import propria.evidence.Authority;
import propria.evidence.Identifiers;
import propria.evidence.Integrity.Status;
import propria.evidence.importer.text.Dates;
import propria.evidence.importer.text.JsonFile;
import propria.evidence.importer.text.TextFile;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Notice;
import propria.evidence.importer.work.Work;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;
import tools.jackson.databind.JsonNode;

/// Works as the Crossref REST API returns them, one (`/works/DOI`) or many (`/works?…`).
///
/// `updated-by` of a work says what was published about it; `update-to` of a notice says what it is about. A change that
/// Crossref took over from Retraction Watch (`source: retraction-watch`) is Retraction Watch's word, not the publisher's.
/// A preprint with the relation `is-preprint-of` is superseded.
public final class CrossrefJson {

    private final List<Problem> warnings;
    private final List<Work> works = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    private CrossrefJson(TextFile file) {
        this.warnings = new ArrayList<>(file.warnings());
    }

    /// Reads a file.
    ///
    /// @throws propria.model.problem.ProblemException E203 when it ends early, E204 when it is malformed
    public static Imported read(TextFile file) {
        CrossrefJson reader = new CrossrefJson(file);
        List<JsonFile.Item> items = JsonFile.items(file);
        for (JsonFile.Item item : items) {
            JsonNode message = item.node().path("message");
            reader.work(message.isObject() ? message : item.node(), item.place());
        }
        return new Imported(Format.CROSSREF_JSON, items.size(), reader.works, reader.notices, reader.warnings);
    }

    private void work(JsonNode node, SourceLocation place) {
        WorkBuilder work = bibliography(node, place);
        work.build().ifPresent(works::add);
        Identifiers about = work.identifiers();
        List<Notice> own = new ArrayList<>();
        for (JsonNode update : node.path("updated-by")) {
            notice(about, update, update, place).ifPresent(own::add);
        }
        for (JsonNode later : node.path("relation").path("is-preprint-of")) {
            Optional<String> doi = WorkBuilder.doiIn(text(later, "id"));
            own.add(new Notice(about, NoticeText.said(Status.PREPRINT_SUPERSEDED, Optional.empty(),
                    doi.map(d -> "doi:" + d), Authority.CROSSREF, place)));
        }
        boolean asked = own.stream()
                .anyMatch(n -> n.said().authority().filter(Authority.CROSSREF.plain()::equals).isPresent());
        if (!asked && about.doi().isPresent()) {
            notices.add(NoticeText.none(about, Authority.CROSSREF, place));
        }
        notices.addAll(own);
        for (JsonNode update : node.path("update-to")) {
            Identifiers other = new Identifiers(WorkBuilder.doiIn(text(update, "DOI")), Optional.empty(),
                    Optional.empty(), Optional.empty());
            boolean self = other.doi().map(d -> d.toLowerCase(Locale.ROOT))
                    .equals(about.doi().map(d -> d.toLowerCase(Locale.ROOT)));
            if (!self && other.doi().isPresent()) {
                notice(other, update, node, place).ifPresent(notices::add);
            }
        }
    }

    /// @param notice what holds the DOI of the notice
    private Optional<Notice> notice(Identifiers about, JsonNode update, JsonNode notice, SourceLocation place) {
        String type = text(update, "type");
        Optional<Status> status = NoticeText.crossref(type);
        if (status.isEmpty()) {
            if (!NoticeText.isHarmless(type)) {
                warnings.add(Problem.warning("E208", place, "`" + type + "` is not a known kind of notice",
                        "about " + about.best().orElse("?") + ", notice " + text(notice, "DOI"),
                        "read the notice, and add what it says to the source by hand"));
            }
            return Optional.empty();
        }
        boolean relayed = text(update, "source").toLowerCase(Locale.ROOT).contains("retraction");
        return Optional.of(new Notice(about, NoticeText.said(status.get(), date(update.path("updated")),
                WorkBuilder.doiIn(text(notice, "DOI")).map(d -> "doi:" + d),
                relayed ? Authority.RETRACTION_WATCH : Authority.CROSSREF, place)));
    }

    private static Optional<LocalDate> date(JsonNode date) {
        JsonNode parts = date.path("date-parts").path(0);
        Optional<LocalDate> whole = parts.size() == 3
                ? Dates.of(parts.path(0).asString(""), parts.path(1).asString(""), parts.path(2).asString(""))
                : Optional.empty();
        return whole.or(() -> Dates.find(text(date, "date-time")));
    }

    private WorkBuilder bibliography(JsonNode node, SourceLocation place) {
        WorkBuilder work = new WorkBuilder(place, warnings).title(text(node, "title")).doi(text(node, "DOI"))
                .type(text(node, "type"));
        String abbreviated = text(node, "short-container-title");
        work.journal(abbreviated.isEmpty() ? text(node, "container-title") : abbreviated)
                .volume(text(node, "volume")).issue(text(node, "issue"));
        work.pages(text(node, "page").isEmpty() ? text(node, "article-number") : text(node, "page"));
        work.year(node.path("issued").path("date-parts").path(0).path(0).asString(""));
        for (JsonNode author : node.path("author")) {
            String family = text(author, "family");
            work.author(family.isEmpty() ? text(author, "name") : family, text(author, "given"));
        }
        return work;
    }

    /// The text under a key, or the first of a list of texts.
    static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        JsonNode one = value.isArray() ? value.path(0) : value;
        return one.isValueNode() && !one.isNull() ? one.asString("") : "";
    }
}
