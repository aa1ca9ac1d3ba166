package propria.bench.contender;

/// Failures as comparators make them.
public final class TimedOut {

    private TimedOut() {
    }

    public static ContenderFailure failure() {
        return ContenderFailure.late("not within 1 s", new IllegalStateException());
    }
}
