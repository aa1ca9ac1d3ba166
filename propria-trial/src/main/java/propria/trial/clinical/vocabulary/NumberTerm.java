package propria.trial.clinical.vocabulary;

/// What is known of a number that is read of patients.
///
/// @param group whose baseline applies
/// @param level its mean over trials at the start
/// @param between the standard deviation between trials of that mean
/// @param patients the standard deviation between patients of a trial
/// @param logarithmic whether the two deviations, the threshold, the change and the shift are of the natural logarithm
/// @param via the class of shares that a change is read off
/// @param threshold by how much a patient of that share has improved, or more
/// @param change the standard deviation of the change between patients
/// @param shift the standard deviation of the mean change between trials, beyond what the share has
public record NumberTerm(String group, double level, double between, double patients, boolean logarithmic, String via,
        double threshold, double change, double shift) {
}
