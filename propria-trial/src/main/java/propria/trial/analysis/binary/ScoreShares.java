package propria.trial.analysis.binary;

/// The shares of two arms that fit best when their difference is fixed.
final class ScoreShares {

    private ScoreShares() {
    }

    /// The closed form of Miettinen and Nurminen (Stat Med 4 (1985), 213-226, appendix I): a root of a cubic.
    ///
    /// @return of the treated, of the comparator
    static double[] of(TwoByTwo table, double supposed) {
        double treated = table.treated();
        double controls = table.controls();
        double all = treated + controls;
        double d = supposed;
        double x = table.controlResponders();
        double both = table.responders() + x;
        double l3 = all;
        double l2 = (treated + 2 * controls) * d - all - both;
        double l1 = (controls * d - all - 2 * x) * d + both;
        double l0 = x * d * (1 - d);
        double q = cube(l2) / cube(3 * l3) - l1 * l2 / (6 * l3 * l3) + l0 / (2 * l3);
        double under = l2 * l2 / (9 * l3 * l3) - l1 / (3 * l3);
        double p = StrictMath.copySign(StrictMath.sqrt(StrictMath.max(under, 0)), q == 0 ? 1 : q);
        double cosine = p == 0 ? 0 : StrictMath.min(1, StrictMath.max(-1, q / cube(p)));
        double angle = (StrictMath.PI + StrictMath.acos(cosine)) / 3;
        double control = 2 * p * StrictMath.cos(angle) - l2 / (3 * l3);
        double low = StrictMath.max(0, -d);
        double high = StrictMath.min(1, 1 - d);
        double held = StrictMath.min(high, StrictMath.max(low, control));
        return new double[]{held + d, held};
    }

    private static double cube(double x) {
        return x * x * x;
    }
}
