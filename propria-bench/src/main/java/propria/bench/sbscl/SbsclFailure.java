package propria.bench.sbscl;

/// SBSCL is not there, or could not simulate.
public final class SbsclFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SbsclFailure(String why, Throwable cause) {
        super(why, cause);
    }
}
