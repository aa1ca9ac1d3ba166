package propria.bench.ccode;

/// A model has something that the generated C does not carry out; the message names it.
public final class NotInC extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotInC(String what) {
        super(what);
    }
}
