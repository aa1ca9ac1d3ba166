package propria.inference.sample.chain;

import java.util.Arrays;

/// Puts the parts of a state into one array.
final class StateWriter {

    private double[] state = new double[64];
    private int size;

    void number(double value) {
        if (size == state.length) {
            state = Arrays.copyOf(state, 2 * size);
        }
        state[size++] = value;
    }

    void array(double[] part) {
        for (double value : part) {
            number(value);
        }
    }

    void array(double[][] part) {
        for (double[] row : part) {
            array(row);
        }
    }

    double[] done() {
        return Arrays.copyOf(state, size);
    }
}
