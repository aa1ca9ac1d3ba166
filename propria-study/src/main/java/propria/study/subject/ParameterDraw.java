package propria.study.subject;

import java.util.List;
import java.util.Map;

/// One set of parameters drawn from the priors: what the world may be like.
///
/// @param number which draw
/// @param normals the standard normal numbers behind it, one for each of [SubjectSampler#drawn]
/// @param arms the values that differ from the model's, an entry an arm
/// @param viability the part of each product that is alive, by product
/// @param redrawn how many sets were refused by constraints before this one
public record ParameterDraw(int number, double[] normals, List<Map<String, Double>> arms,
        Map<String, Double> viability, int redrawn) {
}
