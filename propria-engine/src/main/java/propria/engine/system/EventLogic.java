package propria.engine.system;

import java.util.List;

/// One event as functions; the arrays are those of [EquationSystem].
public interface EventLogic {

    String id();

    /// What the trigger is taken to have been before the start.
    boolean triggerInitially();

    /// Whether a waiting event stays due when its trigger falls back.
    boolean persistent();

    /// Whether the assignments are evaluated at the trigger, else at execution.
    boolean valuesFromTrigger();

    /// Whether the trigger holds.
    boolean trigger(double t, double[] y, double[] p, double[] scratch);

    /// The time from trigger to execution, zero for none.
    double delay(double t, double[] y, double[] p, double[] scratch);

    /// Whether the event has a priority.
    boolean hasPriority();

    /// The priority; not a number where there is none.
    double priority(double t, double[] y, double[] p, double[] scratch);

    /// What is assigned: the index of a state, or `-1 - index` of a parameter.
    int[] targets();

    /// The random numbers that must be drawn and put in place, in this order, before [#values].
    default List<DrawLogic> draws() {
        return List.of();
    }

    /// Writes the new values in the order of [#targets], as the ids of the targets mean them.
    void values(double t, double[] y, double[] p, double[] scratch, double[] values);

    /// Writes by what each new value is to be multiplied at the execution, before anything is assigned: the size of a
    /// compartment where an id means a concentration and the array holds an amount, else one.
    void scales(double t, double[] y, double[] p, double[] scratch, double[] scales);
}
