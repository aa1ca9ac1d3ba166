package propria.study.summary;

import propria.engine.random.Streams;
import propria.study.Observable;
import propria.study.Observable.Noise;

/// What a measurement adds to the true value.
final class Assay {

    private Assay() {
    }

    /// A measured value. Log-normal noise keeps the mean; the result is held to the range of the observable.
    ///
    /// @param purpose of the random number
    static double measured(Observable observable, double value, Streams streams, int draw, int subject, String purpose,
            int index) {
        Noise noise = observable.noise();
        double normal = noise.sd() == 0 ? 0 : streams.normal(draw, subject, purpose, index);
        double measured = switch (noise.kind()) {
            case NONE -> value;
            case ADDITIVE -> value + noise.sd() * normal;
            case LOG_NORMAL -> value * StrictMath.exp(noise.sd() * normal - noise.sd() * noise.sd() / 2);
        };
        return observable.range().map(range -> StrictMath.min(range.high(), StrictMath.max(range.low(), measured)))
                .orElse(measured);
    }
}
