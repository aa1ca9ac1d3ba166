package propria.evidence.bias;

import java.util.Locale;

/// The answer to one question about a study.
public enum Judgement {
    /// Done in a way that does not mislead.
    LOW,
    /// RoB 2 only: something is amiss, not much.
    SOME_CONCERNS,
    /// Done in a way that may mislead.
    HIGH,
    /// Somebody has looked, and the report does not say.
    UNCLEAR,
    /// Nobody has looked.
    UNKNOWN;

    /// As written in files and said to people.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
