package propria.bench.contender;

/// A contender could not simulate; the message says why.
public final class ContenderFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean late;

    public ContenderFailure(String why, Throwable cause) {
        this(why, cause, false);
    }

    private ContenderFailure(String why, Throwable cause, boolean late) {
        super(why, cause);
        this.late = late;
    }

    /// Its time was up; there is no use in asking it for more.
    static ContenderFailure late(String why, Throwable cause) {
        return new ContenderFailure(why, cause, true);
    }

    /// Whether its time was up.
    public boolean isLate() {
        return late;
    }
}
