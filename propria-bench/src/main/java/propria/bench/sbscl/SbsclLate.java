package propria.bench.sbscl;

/// SBSCL did not answer in time; its process was ended.
public final class SbsclLate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SbsclLate() {
        super("no answer in time");
    }
}
