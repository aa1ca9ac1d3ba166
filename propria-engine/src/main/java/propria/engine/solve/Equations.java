package propria.engine.solve;

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
        java.util.Arrays.fill(infusion, 0);
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

    /// Adds to the rate of a state until it is taken back.
    void infuse(int state, double rate) {
        infusion[state] += rate;
        infused = true;
    }

    void setParameter(int index, double value) {
        parameters[index] = value;
        system.prepare(parameters);
    }

    void rates(double t, double[] y, double[] rates) {
        derivatives++;
        system.derivative(t, y, parameters, scratch, rates);
        if (infused) {
            for (int i = 0; i < infusion.length; i++) {
                rates[i] += infusion[i];
            }
        }
    }

    void jacobian(double t, double[] y, double[] entries) {
        jacobians++;
        system.jacobian(t, y, parameters, scratch, entries);
    }

    void outputs(double t, double[] y, double[] values) {
        system.outputs(t, y, parameters, scratch, values);
    }

    /// The work since [#begin].
    public Counters counters() {
        return new Counters(1, steps, rejectedSteps, derivatives, jacobians, factorisations, events, 0);
    }
}
