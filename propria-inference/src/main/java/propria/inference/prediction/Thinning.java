package propria.inference.prediction;

import java.util.ArrayList;
import java.util.List;

/// Fewer draws that stand for many weighted ones.
public final class Thinning {

    private Thinning() {
    }

    /// Systematic resampling: the place of each draw as often as its weight says, to the nearest whole number (Carpenter,
    /// Clifford and Fearnhead 1999, doi:10.1049/ip-rsn:19990255).
    ///
    /// @param weights their sum is 1
    public static List<Integer> resample(double[] weights, int number) {
        List<Integer> places = new ArrayList<>();
        double sum = 0;
        int at = -1;
        for (int i = 0; i < number; i++) {
            double level = (i + 0.5) / number;
            while (at < weights.length - 1 && sum < level) {
                at++;
                sum += weights[at];
            }
            places.add(StrictMath.max(at, 0));
        }
        return places;
    }

    /// Weights of at most `number` draws; zero for the others. Draws of equal weight, no more than `number`, stay as they are.
    public static double[] of(double[] weights, int number) {
        if (weights.length <= number) {
            return weights;
        }
        double[] thin = new double[weights.length];
        resample(weights, number).forEach(place -> thin[place] += 1.0 / number);
        return thin;
    }
}
