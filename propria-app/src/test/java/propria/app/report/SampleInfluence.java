package propria.app.report;

import java.util.List;
import java.util.Optional;
import propria.study.retraction.SourceInfluence;
import propria.study.retraction.SourceInfluence.Endpoint;
import propria.study.retraction.SourceInfluence.Measured;
import propria.study.retraction.SourceInfluence.Number;
import propria.study.retraction.SourceInfluence.Rung;
import propria.study.retraction.SourceInfluence.Shape;
import propria.study.retraction.SourceInfluence.SourceRow;

/// The influence of sources as a run leaves it behind: one source on which the answer hangs, one that changes nothing.
final class SampleInfluence {

    private static final int DRAWS = 101;

    private SampleInfluence() {
    }

    static SourceInfluence ofOneSource() {
        return ofOneSource(-4.79, -1.5, 1.79);
    }

    /// Its answer without the source is a thousand times as large in some draws.
    static SourceInfluence runningAway() {
        return ofOneSource(-0.001, -1, -1000);
    }

    private static SourceInfluence ofOneSource(double... response) {
        double[] draws = new double[DRAWS];
        double[] normals = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            normals[d] = (d - DRAWS / 2) / 30.0;
            draws[d] = -1.5 + 0.5 * normals[d];
        }
        Number number = new Number("k_wound", "making of wounds", new Shape(0, 0.5, 0.5),
                List.of(new Rung("banerjee-2015#k", List.of("banerjee-2015"), new Shape(0, 0.5, 0.5))),
                new Shape(0, 2, 2), normals, new double[]{-3.29, 0, 3.29}, List.of(response));
        return new SourceInfluence(0.9, 5,
                List.of(new Endpoint("dai_day8", "uc_msc", Optional.of("vehicle"), draws)), List.of(number),
                List.of(new Measured(List.of("banerjee-2015"), "yes"), new Measured(List.of("other-2020"), "no")),
                List.of(new SourceRow("banerjee-2015", "retracted"), new SourceRow("other-2020", "ok")), List.of());
    }
}
