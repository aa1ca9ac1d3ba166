package propria.trial.score;

/// The five elements of the perianal disease activity index, each 0 to 4 (Irvine 1995).
public record Perianal(int discharge, int pain, int sexualRestriction, int type, int induration) {

    /// Their sum, 0 to 20.
    public int sum() {
        return discharge + pain + sexualRestriction + type + induration;
    }
}
