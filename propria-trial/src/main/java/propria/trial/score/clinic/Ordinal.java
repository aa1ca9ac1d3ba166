package propria.trial.score.clinic;

/// An ordinal item by proportional odds: the chance of `k` or more is `1/(1 + exp(-(slope (level - k + 1/2) + shift)))`, so
/// that without a shift the item follows the level on its own scale (McCullagh 1980, doi:10.1111/j.2517-6161.1980.tb01109.x).
///
/// @param most the highest value; the lowest is 0
/// @param slope how sharply the item follows the level
record Ordinal(int most, double slope) {

    /// The chance of `least` or more.
    double chance(int least, double level, double shift) {
        return 1 / (1 + StrictMath.exp(-(slope * (level - least + 0.5) + shift)));
    }

    /// The value at a number between 0 and 1.
    int at(double level, double shift, double uniform) {
        int value = 0;
        while (value < most && uniform < chance(value + 1, level, shift)) {
            value++;
        }
        return value;
    }

    /// The mean over many days.
    double mean(double level, double shift) {
        double mean = 0;
        for (int k = 1; k <= most; k++) {
            mean += chance(k, level, shift);
        }
        return mean;
    }
}
