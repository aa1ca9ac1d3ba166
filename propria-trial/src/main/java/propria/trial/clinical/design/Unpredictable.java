package propria.trial.clinical.design;

import java.io.Serial;

/// Why a row cannot be predicted. Not a failure: it is said beside the row and counted.
public final class Unpredictable extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String reason;

    /// @param reason in words that complete `not predicted: …`
    public Unpredictable(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /// In words that complete `not predicted: …`.
    public String reason() {
        return reason;
    }
}
