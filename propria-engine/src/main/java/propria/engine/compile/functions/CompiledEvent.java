package propria.engine.compile.functions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import propria.engine.compile.bytecode.Kernel;
import propria.engine.system.DrawLogic;
import propria.engine.system.EventLogic;
import propria.model.Event;
import propria.model.expression.Distribution;

/// The functions of one event. A function of one number leaves it in the first place of scratch memory.
public final class CompiledEvent implements EventLogic {

    private final Event event;
    private final Kernel trigger;
    private final Optional<Kernel> delay;
    private final Optional<Kernel> priority;
    private final int[] targets;
    private final Kernel values;
    private final Optional<Kernel> scales;

    private final List<DrawLogic> draws;

    /// One random number as functions.
    public record CompiledDraw(Distribution distribution, int argumentCount, Kernel kernel, int parameter)
            implements
                DrawLogic {

        @Override
        public void arguments(double t, double[] y, double[] p, double[] scratch, double[] arguments) {
            kernel.run(t, y, p, scratch, arguments);
        }
    }

    public CompiledEvent(Event event, Kernel trigger, Optional<Kernel> delay, Optional<Kernel> priority, int[] targets,
            List<DrawLogic> draws, Kernel values, Optional<Kernel> scales) {
        this.draws = List.copyOf(draws);
        this.event = event;
        this.trigger = trigger;
        this.delay = delay;
        this.priority = priority;
        this.targets = targets.clone();
        this.values = values;
        this.scales = scales;
    }

    @Override
    public List<DrawLogic> draws() {
        return draws;
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
