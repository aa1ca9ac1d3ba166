package propria.bench.sundials;

/// How CVODES solves for derivatives: after the states or together with them, their right-hand side as generated C or as
/// difference quotients.
public enum SensitivitySetup {
    NONE("none"),
    STAGGERED("CVODES staggered"),
    SIMULTANEOUS("CVODES simultaneous"),
    STAGGERED_QUOTIENTS("CVODES staggered, quotients");

    private final String label;

    SensitivitySetup(String label) {
        this.label = label;
    }

    /// What tables call it.
    public String label() {
        return label;
    }
}
