package propria.engine.compile;

import java.util.Arrays;
import java.util.Optional;
import propria.engine.compile.bytecode.Kernel;
import propria.engine.system.EventLogic;
import propria.model.Event;

/// The functions of one event. A function of one number leaves it in the first place of scratch memory.
final class CompiledEvent implements EventLogic {

    private final Event event;
    private final Kernel trigger;
    private final Optional<Kernel> delay;
    private final Optional<Kernel> priority;
    private final int[] targets;
    private final Kernel values;
    private final Optional<Kernel> scales;

    CompiledEvent(Event event, Kernel trigger, Optional<Kernel> delay, Optional<Kernel> priority, int[] targets,
            Kernel values, Optional<Kernel> scales) {
        this.event = event;
        this.trigger = trigger;
        this.delay = delay;
        this.priority = priority;
        this.targets = targets.clone();
        this.values = values;
        this.scales = scales;
    }

    @Override
    public String id() {
        return event.id();
    }

    @Override
    public boolean triggerInitially() {
        return event.triggerInitially();
    }

    @Override
    public boolean persistent() {
        return event.persistent();
    }

    @Override
    public boolean valuesFromTrigger() {
        return event.valuesFromTrigger();
    }

    @Override
    public boolean trigger(double t, double[] y, double[] p, double[] scratch) {
        trigger.run(t, y, p, scratch, scratch);
        return scratch[0] != 0;
    }

    @Override
    public double delay(double t, double[] y, double[] p, double[] scratch) {
        if (delay.isEmpty()) {
            return 0;
        }
        delay.get().run(t, y, p, scratch, scratch);
        return scratch[0];
    }

    @Override
    public boolean hasPriority() {
        return priority.isPresent();
    }

    @Override
    public double priority(double t, double[] y, double[] p, double[] scratch) {
        if (priority.isEmpty()) {
            return Double.NaN;
        }
        priority.get().run(t, y, p, scratch, scratch);
        return scratch[0];
    }

    @Override
    public int[] targets() {
        return targets.clone();
    }

    @Override
    public void values(double t, double[] y, double[] p, double[] scratch, double[] out) {
        values.run(t, y, p, scratch, out);
    }

    @Override
    public void scales(double t, double[] y, double[] p, double[] scratch, double[] out) {
        if (scales.isPresent()) {
            scales.get().run(t, y, p, scratch, out);
        } else {
            Arrays.fill(out, 1);
        }
    }
}
