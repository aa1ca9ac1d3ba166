package propria.trial.design;

import java.util.List;

/// For what the curves of operating characteristics are read.
///
/// @param points how many numbers of patients, evenly spaced, beside the sizes of the design
/// @param doses multiples of every dose of the active arms that are simulated beside the design's own
public record CurvePlan(int points, List<Double> doses) {

    public CurvePlan {
        doses = List.copyOf(doses);
    }

    /// Numbers of patients only.
    public static final CurvePlan STANDARD = new CurvePlan(6, List.of());

    /// The name that the courses of an arm have at a multiple of its dose.
    public static String armAt(String arm, double dose) {
        return dose == 1 ? arm : arm + "@" + dose;
    }
}
