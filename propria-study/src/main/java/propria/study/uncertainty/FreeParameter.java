package propria.study.uncertainty;

/// A parameter that a calibration estimates, with its prior.
///
/// @param id in the model, or `effects__…` for one that links the model's changes to those of published studies
/// @param stage in which it is estimated
/// @param low the 5 % quantile of its prior
/// @param value the median
/// @param high the 95 % quantile
/// @param why what it stands for
public record FreeParameter(String id, String stage, double low, double value, double high, String why) {

    private static final String EFFECTS = "effects__";

    /// Whether it belongs to the link from model to studies, and is none of the model.
    public boolean isOfEffects() {
        return id.startsWith(EFFECTS);
    }
}
