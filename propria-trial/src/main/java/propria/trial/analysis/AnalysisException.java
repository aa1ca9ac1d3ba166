package propria.trial.analysis;

/// An analysis that these data do not allow: counted by whoever asked for it, never passed over.
public final class AnalysisException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param reason in words
    public AnalysisException(String reason) {
        super(reason);
    }
}
