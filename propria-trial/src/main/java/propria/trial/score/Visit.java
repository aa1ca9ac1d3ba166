package propria.trial.score;

import java.util.List;

/// What was recorded of a patient at one visit.
///
/// @param days since treatment began
/// @param tracts the treated openings; none without perianal disease
public record Visit(double days, Diary diary, Examination examination, Laboratory laboratory, Endoscopy central,
        Endoscopy local, List<Tract> tracts, Perianal perianal) {

    public Visit {
        tracts = List.copyOf(tracts);
    }

    /// A reading of the endoscopy.
    public Endoscopy endoscopy(Endoscopy.Reader reader) {
        return switch (reader) {
            case CENTRAL -> central;
            case LOCAL -> local;
        };
    }

    /// How many treated openings drain.
    public int draining() {
        return (int) tracts.stream().filter(Tract::draining).count();
    }
}
