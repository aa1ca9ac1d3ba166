package propria.trial.analysis.time;

/// When something happened to a subject, or until when it had not.
///
/// @param time of the event or of the last look
/// @param event whether it happened
public record TimeToEvent(double time, boolean event) {

    public TimeToEvent {
        if (!(time >= 0)) {
            throw new IllegalArgumentException("not a time: " + time);
        }
    }
}
