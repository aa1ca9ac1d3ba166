package propria.trial.patient.cohort;

/// A person that may join a cohort.
///
/// @param normals the standard normal numbers behind the person, in the order of the space's dimensions
/// @param standing the latent quantities at rest
/// @param readings what baseline readings come to without noise, in the order of the target's baseline
/// @param scores the standard normal numbers at which the readings lie in their target distributions; infinite outside the
///        entry window
public record Candidate(double[] normals, double[] standing, double[] readings, double[] scores) {

    /// Whether every reading lies within its entry window.
    public boolean isEligible() {
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                return false;
            }
        }
        return true;
    }
}
