package propria.study.subject;

import java.util.List;
import java.util.Map;

/// One animal or patient, the same in every arm.
///
/// @param draw the parameters around which it varies
/// @param number which subject of the draw
/// @param arms the values that differ from the model's, an entry an arm
/// @param bodyMass the mass of its body in each arm [kg]
/// @param redrawn how many subjects were refused by constraints before this one
public record VirtualSubject(ParameterDraw draw, int number, List<Map<String, Double>> arms, double[] bodyMass,
        int redrawn) {
}
