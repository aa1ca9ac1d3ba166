package propria.evidence;

/// What sort of document a source is.
public enum SourceKind {
    /// A laboratory study, in animals or in vitro.
    EXPERIMENT,
    /// A study in people.
    CLINICAL,
    /// Pooled results of several studies.
    META_ANALYSIS,
    /// A review of the literature.
    REVIEW,
    /// A published mathematical model, as a paper, an SBML file or code.
    MODEL,
    /// Measurements in a public repository.
    DATASET,
    /// The definition of a scale or an assay.
    METHOD,
    /// A page that reports what others found.
    SECONDARY,
    /// No document: values from general knowledge.
    UNVERIFIED;

    /// Whether a number can stand on it. What reports the numbers of others points to them and grounds none.
    public boolean grounds() {
        return switch (this) {
            case EXPERIMENT, CLINICAL, MODEL, DATASET, METHOD -> true;
            case META_ANALYSIS, REVIEW, SECONDARY, UNVERIFIED -> false;
        };
    }
}
