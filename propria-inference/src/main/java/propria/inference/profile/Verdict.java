package propria.inference.profile;

/// What a profile says of a quantity (Raue and others 2009, doi:10.1093/bioinformatics/btp358).
public enum Verdict {
    /// The profile falls below the threshold on both sides.
    IDENTIFIABLE("identifiable: the data and priors bound it on both sides"),
    /// It falls above the best value alone.
    BOUNDED_ABOVE("one-sided: it can be as small as its bound allows"),
    /// It falls below the best value alone.
    BOUNDED_BELOW("one-sided: it can be as large as its bound allows"),
    /// It falls on no side.
    FLAT("flat: the data say nothing that its bounds do not say");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /// The verdict in words.
    public String words() {
        return words;
    }

    static Verdict of(boolean below, boolean above) {
        if (below) {
            return above ? IDENTIFIABLE : BOUNDED_BELOW;
        }
        return above ? BOUNDED_ABOVE : FLAT;
    }
}
