package propria.engine.benchmark;

import java.util.Arrays;
import propria.engine.system.EventLogic;

/// An event from functions of a test.
///
/// @param targets a state, or `-1 - index` of a parameter
public record HandWrittenEvent(String id, Condition when, double delay, double priority, boolean persistent,
        boolean valuesFromTrigger, boolean triggerInitially, int[] targets, HandWritten.Rates assign)
        implements
            EventLogic {

    /// A condition on the system.
    public interface Condition {
        boolean holds(double t, double[] y, double[] p);
    }

    /// At once, without priority.
    public static HandWrittenEvent of(Condition when, int target, HandWritten.Rates assign) {
        return new HandWrittenEvent("event", when, 0, Double.NaN, true, true, true, new int[]{target}, assign);
    }

    /// The same some time later.
    public HandWrittenEvent after(double wait) {
        return new HandWrittenEvent(id, when, wait, priority, persistent, valuesFromTrigger, triggerInitially, targets,
                assign);
    }

    /// The same with a priority.
    public HandWrittenEvent before(double rank) {
        return new HandWrittenEvent(id, when, delay, rank, persistent, valuesFromTrigger, triggerInitially, targets,
                assign);
    }

    /// The same, forgotten when the trigger falls back before it is due.
    public HandWrittenEvent fleeting() {
        return new HandWrittenEvent(id, when, delay, priority, false, valuesFromTrigger, triggerInitially, targets,
                assign);
    }

    /// The same with values computed when it is carried out.
    public HandWrittenEvent valuesWhenDone() {
        return new HandWrittenEvent(id, when, delay, priority, persistent, false, triggerInitially, targets, assign);
    }

    /// The same, carried out at the start where its trigger holds.
    public HandWrittenEvent alsoAtStart() {
        return new HandWrittenEvent(id, when, delay, priority, persistent, valuesFromTrigger, false, targets, assign);
    }

    @Override
    public boolean trigger(double t, double[] y, double[] p, double[] scratch) {
        return when.holds(t, y, p);
    }

    @Override
    public double delay(double t, double[] y, double[] p, double[] scratch) {
        return delay;
    }

    @Override
    public boolean hasPriority() {
        return !Double.isNaN(priority);
    }

    @Override
    public double priority(double t, double[] y, double[] p, double[] scratch) {
        return priority;
    }

    @Override
    public void values(double t, double[] y, double[] p, double[] scratch, double[] values) {
        assign.at(t, y, p, values);
    }

    @Override
    public void scales(double t, double[] y, double[] p, double[] scratch, double[] scales) {
        Arrays.fill(scales, 1);
    }
}
