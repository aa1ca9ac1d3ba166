package propria.bench.sundials;

/// How CVODE solves its linear systems. Difference quotients need a dense matrix.
public enum CvodeSetup {
    DENSE_QUOTIENTS("CVODE dense, quotients"),
    DENSE("CVODE dense"),
    KLU("CVODE KLU");

    private final String label;

    CvodeSetup(String label) {
        this.label = label;
    }

    /// What tables call it.
    public String label() {
        return label;
    }
}
