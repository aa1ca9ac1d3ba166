package propria.evidence.importer.work;

/// The forms in which bibliographies come.
public enum Format {
    PUBMED_TEXT("PubMed text"),
    MEDLINE("PubMed format (MEDLINE)"),
    PUBMED_XML("PubMed XML"),
    CROSSREF_JSON("Crossref JSON"),
    RETRACTION_WATCH_CSV("Retraction Watch CSV"),
    RIS("RIS"),
    BIBTEX("BibTeX"),
    CSL_JSON("CSL-JSON");

    private final String plain;

    Format(String plain) {
        this.plain = plain;
    }

    /// As said to people.
    public String plain() {
        return plain;
    }
}
