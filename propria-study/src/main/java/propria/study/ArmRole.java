package propria.study;

/// What an arm is in a study; a report colours by it.
public enum ArmRole {
    VEHICLE,
    NAIVE_MSC,
    PRIMED_MSC,
    EXOSOME,
    STANDARD_OF_CARE,
    UNTREATED;

    /// The word in study files, such as `naive_msc`.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
