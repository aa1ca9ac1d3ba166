package propria.bench.ablation;

import java.util.Arrays;
import propria.engine.system.EquationSystem;
import propria.engine.system.SparsityPattern;

/// A system whose Jacobian is a full matrix; all else is that of the system behind it.
final class FullJacobian extends ForwardedSystem {

    private final SparsityPattern full;
    private final Filler filler;

    /// Writes a full Jacobian, column by column.
    interface Filler {
        void fill(double t, double[] y, double[] p, double[] scratch, double[] entries);
    }

    FullJacobian(EquationSystem system, Filler filler) {
        super(system);
        this.filler = filler;
        this.full = SparsityPattern.full(system.stateCount());
    }

    /// The exact derivatives.
    static Filler analytic(EquationSystem system) {
        SparsityPattern pattern = system.jacobianPattern();
        double[] sparse = new double[pattern.entries()];
        return (t, y, p, scratch, entries) -> {
            system.jacobian(t, y, p, scratch, sparse);
            Arrays.fill(entries, 0);
            for (int column = 0; column < pattern.size(); column++) {
                for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                    entries[column * pattern.size() + pattern.row(k)] = sparse[k];
                }
            }
        };
    }

    /// Difference quotients with the step of half the digits.
    static Filler quotients(EquationSystem system) {
        int n = system.stateCount();
        double[] here = new double[n];
        double[] there = new double[n];
        return (t, y, p, scratch, entries) -> {
            system.derivative(t, y, p, scratch, here);
            for (int column = 0; column < n; column++) {
                double value = y[column];
                y[column] = value + 1.5e-8 * Math.max(Math.abs(value), 1e-5);
                double step = y[column] - value;
                system.derivative(t, y, p, scratch, there);
                y[column] = value;
                for (int row = 0; row < n; row++) {
                    entries[column * n + row] = (there[row] - here[row]) / step;
                }
            }
        };
    }

    @Override
    public SparsityPattern jacobianPattern() {
        return full;
    }

    @Override
    public void jacobian(double t, double[] y, double[] p, double[] scratch, double[] entries) {
        filler.fill(t, y, p, scratch, entries);
    }
}
