package propria.inference.sample.chain;

/// Takes the parts of a state out of one array, in the order in which [StateWriter] put them in.
final class StateReader {

    private final double[] state;
    private int next;

    StateReader(double[] state) {
        this.state = state;
    }

    double number() {
        return state[next++];
    }

    void into(double[] part) {
        System.arraycopy(state, next, part, 0, part.length);
        next += part.length;
    }

    void into(double[][] part) {
        for (double[] row : part) {
            into(row);
        }
    }
}
