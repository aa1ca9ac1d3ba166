package propria.engine.solve;

import java.util.Arrays;
import propria.engine.Counters;
import propria.engine.system.EquationSystem;

/// A system with the values of one subject: parameters, running infusions, memory, counts of work.
public final class Equations {

    private final EquationSystem system;
    private final double[] scratch;
    private final double[] infusion;
    private double[] parameters = {};
    private boolean infused;
    private long derivatives;
    private long jacobians;
    long steps;
    long rejectedSteps;
    long factorisations;
    long events;

    public Equations(EquationSystem system) {
        this.system = system;
        this.scratch = new double[system.scratchSize()];
        this.infusion = new double[system.stateCount()];
    }

    /// Takes over the parameters of a subject, already prepared, and forgets infusions and counts.
    public void begin(double[] prepared) {
        parameters = prepared;
        Arrays.fill(infusion, 0);
        infused = false;
        derivatives = 0;
        jacobians = 0;
        steps = 0;
        rejectedSteps = 0;
        factorisations = 0;
        events = 0;
    }

    EquationSystem system() {
        return system;
    }

    double[] parameters() {
        return parameters;
    }

    double[] scratch() {
        return scratch;
    }

    /// Ends all infusions.
    void stopInfusions() {
        Arrays.fill(infusion, 0);
        infused = false;
    }

    /// Adds to the rate of a state until all infusions end.
    void infuse(int state, double rate) {
        infusion[state] += rate;
        infused = true;
    }

    void setParameter(int index, double value) {
        parameters[index] = value;
        system.prepare(parameters);
    }

    /// `dy/dt`.
    ///
    /// @return whether every rate is a finite number
    boolean rates(double t, double[] y, double[] rates) {
        derivatives++;
        system.derivative(t, y, parameters, scratch, rates);
        if (infused) {
            for (int i = 0; i < infusion.length; i++) {
                rates[i] += infusion[i];
            }
        }
        return isFinite(rates);
    }

    /// `df/dy` in the order of the pattern.
    ///
    /// @return whether every entry is a finite number
    boolean jacobian(double t, double[] y, double[] entries) {
        jacobians++;
        system.jacobian(t, y, parameters, scratch, entries);
        return isFinite(entries);
    }

    private static boolean isFinite(double[] values) {
        double zero = 0;
        for (double value : values) {
            zero *= value;
        }
        return zero == 0;
    }

    void outputs(double t, double[] y, double[] values) {
        system.outputs(t, y, parameters, scratch, values);
    }

    /// The work since [#begin].
    public Counters counters() {
        return new Counters(1, steps, rejectedSteps, derivatives, jacobians, factorisations, events, 0);
    }
}
