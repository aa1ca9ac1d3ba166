package propria.bench.contender;

/// A contender could not simulate; the message says why.
public final class ContenderFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContenderFailure(String why, Throwable cause) {
        super(why, cause);
    }
}
