package propria.evidence.proposal;

/// What one check found about a proposal.
///
/// @param verdict what to do about it
/// @param text one sentence; empty when all is well and nothing is to be said
public record Finding(Verdict verdict, String text) {

    /// What a reviewer should do.
    public enum Verdict {
        /// Nothing was found.
        WELL,
        /// A person should look at this.
        LOOK,
        /// It should not be accepted as it is.
        REFUSE
    }

    /// Nothing was found.
    public static final Finding NOTHING = new Finding(Verdict.WELL, "");

    static Finding well(String text) {
        return new Finding(Verdict.WELL, text);
    }

    static Finding look(String text) {
        return new Finding(Verdict.LOOK, text);
    }

    static Finding refuse(String text) {
        return new Finding(Verdict.REFUSE, text);
    }
}
