package propria.engine.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import propria.engine.system.EquationSystem;
import propria.engine.system.EventLogic;
import propria.engine.system.SparsityPattern;

/// Reactions of at most two reactants with a sparse Jacobian.
public final class MassAction implements EquationSystem {

    /// A reaction; a species is a number from 1, one named twice counts twice.
    public record Reaction(double constant, int[] reactants, int[] products) {
    }

    private final int states;
    private final List<Reaction> reactions;
    private final SparsityPattern pattern;

    public MassAction(int states, List<Reaction> reactions) {
        this.states = states;
        this.reactions = List.copyOf(reactions);
        pattern = pattern();
    }

    private SparsityPattern pattern() {
        int[] starts = new int[states + 1];
        int[] rows = new int[0];
        for (int column = 0; column < states; column++) {
            TreeSet<Integer> touched = new TreeSet<>();
            for (Reaction reaction : reactions) {
                for (int reactant : reaction.reactants()) {
                    if (reactant - 1 == column) {
                        Arrays.stream(reaction.reactants()).forEach(i -> touched.add(i - 1));
                        Arrays.stream(reaction.products()).forEach(i -> touched.add(i - 1));
                    }
                }
            }
            int[] own = touched.stream().mapToInt(Integer::intValue).toArray();
            starts[column + 1] = rows.length + own.length;
            rows = Arrays.copyOf(rows, starts[column + 1]);
            System.arraycopy(own, 0, rows, starts[column], own.length);
        }
        return new SparsityPattern(states, starts, rows);
    }

    @Override
    public void derivative(double t, double[] y, double[] p, double[] scratch, double[] rates) {
        Arrays.fill(rates, 0);
        for (Reaction reaction : reactions) {
            double rate = reaction.constant();
            for (int reactant : reaction.reactants()) {
                rate *= y[reactant - 1];
            }
            for (int reactant : reaction.reactants()) {
                rates[reactant - 1] -= rate;
            }
            for (int product : reaction.products()) {
                rates[product - 1] += rate;
            }
        }
    }

    @Override
    public void jacobian(double t, double[] y, double[] p, double[] scratch, double[] entries) {
        Arrays.fill(entries, 0);
        for (Reaction reaction : reactions) {
            int[] reactants = reaction.reactants();
            for (int which = 0; which < reactants.length; which++) {
                double slope = reaction.constant();
                for (int other = 0; other < reactants.length; other++) {
                    slope *= other == which ? 1 : y[reactants[other] - 1];
                }
                for (int reactant : reactants) {
                    entries[pattern.indexOf(reactant - 1, reactants[which] - 1)] -= slope;
                }
                for (int product : reaction.products()) {
                    entries[pattern.indexOf(product - 1, reactants[which] - 1)] += slope;
                }
            }
        }
    }

    @Override
    public int stateCount() {
        return states;
    }

    @Override
    public int parameterCount() {
        return 0;
    }

    @Override
    public int parameterSize() {
        return 0;
    }

    @Override
    public int scratchSize() {
        return 0;
    }

    @Override
    public void prepare(double[] p) {
        // nothing is derived
    }

    @Override
    public SparsityPattern jacobianPattern() {
        return pattern;
    }

    @Override
    public int outputCount() {
        return states;
    }

    @Override
    public void outputs(double t, double[] y, double[] p, double[] scratch, double[] values) {
        System.arraycopy(y, 0, values, 0, states);
    }

    @Override
    public int rootCount() {
        return 0;
    }

    @Override
    public void roots(double t, double[] y, double[] p, double[] scratch, double[] values) {
        // no comparisons
    }

    @Override
    public List<EventLogic> events() {
        return List.of();
    }
}
