package propria.evidence.importer.format;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.evidence.Authority;
import propria.evidence.Identifiers;
import propria.evidence.Integrity;
import propria.evidence.Integrity.Status;
import propria.evidence.importer.text.Dates;
import propria.evidence.importer.work.Notice;
import propria.model.problem.SourceLocation;

/// The words in which authorities speak of notices.
final class NoticeText {

    /// PubMed's headings, as letters only; a comment, a reprint and the like say nothing of the standing.
    private static final Map<String, Status> PUBMED = Map.of("expressionofconcernin", Status.EXPRESSION_OF_CONCERN,
            "retractionin", Status.RETRACTED, "partialretractionin", Status.RETRACTED, "erratumin", Status.CORRECTED,
            "correctedandrepublishedin", Status.CORRECTED, "retractedandrepublishedin", Status.REPLACED);
    /// What such a heading is called on the record of the notice itself.
    private static final Map<String, Status> PUBMED_OF_OTHERS = Map.of("expressionofconcernfor",
            Status.EXPRESSION_OF_CONCERN, "retractionof", Status.RETRACTED, "partialretractionof", Status.RETRACTED,
            "erratumfor", Status.CORRECTED, "correctedandrepublishedfrom", Status.CORRECTED,
            "retractedandrepublishedfrom", Status.REPLACED);
    private static final Map<String, Status> CROSSREF = Map.ofEntries(Map.entry("retraction", Status.RETRACTED),
            Map.entry("withdrawal", Status.RETRACTED), Map.entry("removal", Status.RETRACTED),
            Map.entry("partialretraction", Status.RETRACTED),
            Map.entry("retractionandreplacement", Status.REPLACED), Map.entry("retractandreplace", Status.REPLACED),
            Map.entry("expressionofconcern", Status.EXPRESSION_OF_CONCERN),
            Map.entry("concern", Status.EXPRESSION_OF_CONCERN), Map.entry("correction", Status.CORRECTED),
            Map.entry("corrigendum", Status.CORRECTED), Map.entry("erratum", Status.CORRECTED),
            Map.entry("addendum", Status.CORRECTED), Map.entry("clarification", Status.CORRECTED),
            Map.entry("reinstatement", Status.REINSTATED));
    private static final Pattern PMID = Pattern.compile("PMID:\\s*(\\d+)");

    private NoticeText() {
    }

    static Optional<Status> pubmed(String heading) {
        return Optional.ofNullable(PUBMED.get(letters(heading)));
    }

    static Optional<Status> pubmedOfOthers(String heading) {
        return Optional.ofNullable(PUBMED_OF_OTHERS.get(letters(heading)));
    }

    static Optional<Status> crossref(String type) {
        return Optional.ofNullable(CROSSREF.get(letters(type)));
    }

    /// What Crossref calls a change that says nothing of the standing of the first version.
    static boolean isHarmless(String type) {
        return java.util.Set.of("newversion", "newedition", "updated", "update").contains(letters(type));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /// What PubMed says with the citation of a notice.
    static Integrity cited(Status status, String citation, SourceLocation place) {
        Matcher pmid = PMID.matcher(citation);
        Optional<String> notice = pmid.find()
                ? Optional.of("PMID:" + pmid.group(1))
                : WorkBuilder.doiIn(citation).map(d -> "doi:" + d);
        return said(status, Dates.find(citation), notice, Authority.PUBMED, place);
    }

    static Integrity said(Status status, Optional<LocalDate> date, Optional<String> notice, Authority authority,
            SourceLocation place) {
        return new Integrity(status, date, notice, Optional.of(authority.plain()), Optional.empty(), place);
    }

    /// That an authority has no notice.
    static Notice none(Identifiers about, Authority authority, SourceLocation place) {
        return new Notice(about, said(Status.OK, Optional.empty(), Optional.empty(), authority, place));
    }
}
