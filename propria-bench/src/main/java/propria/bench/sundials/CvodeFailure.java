package propria.bench.sundials;

/// CVODE could not reach the end.
public final class CvodeFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CvodeFailure(int flag) {
        super("CVODE gave up with flag " + flag);
    }
}
