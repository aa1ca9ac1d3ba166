package propria.bench.precision;

/// A workload has no solution to measure errors against; the message says why.
public final class NoReference extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoReference(String why) {
        super(why);
    }
}
