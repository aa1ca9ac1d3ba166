package propria.engine.stochastic;

import propria.engine.Counters;
import propria.engine.compile.CompiledModel;

/// Carries out runs of one task, one after the other; holds its own memory, so one a thread.
final class Run {

    private final Task task;
    private final Process process;
    private final JumpMethod method;
    private final EventAgenda events;
    private final Clock clock;
    private final double[] parameters;
    private final double[] all;
    private int nextChange;
    private int nextRow;

    Run(CompiledModel model, Task task, StochasticMethod method) {
        this.task = task;
        process = new Process(model.system(), model.reactions(), model.stateIds());
        this.method = method.on(process);
        events = new EventAgenda(process);
        clock = new Clock(process);
        parameters = new double[task.parameters().length];
        all = new double[model.system().outputCount()];
    }

    /// One run.
    ///
    /// @param values what is recorded, row by row
    void simulate(long seed, int run, double[] values) {
        System.arraycopy(task.parameters(), 0, parameters, 0, parameters.length);
        process.begin(task.start(), task.initial(), parameters);
        process.random.begin(seed, run, "turns");
        events.begin(seed, run);
        nextChange = 0;
        nextRow = 0;
        act();
        restart();
        record(values);
        while (process.time < task.end()) {
            double stop = stop();
            double moment = clock.next(stop);
            method.advance(moment);
            boolean byClock = moment < stop && process.time == moment;
            process.driftTo(process.time);
            if (act() || byClock) {
                restart();
            }
            record(values);
        }
    }

    /// The next time at which something is to be done or recorded.
    private double stop() {
        double stop = events.nextTime(task.end());
        if (nextChange < task.changes().count()) {
            stop = Math.min(stop, task.changes().time(nextChange));
        }
        if (nextRow < task.times().length) {
            stop = Math.min(stop, task.times()[nextRow]);
        }
        return stop;
    }

    /// Carries out what is due from outside and by events.
    ///
    /// @return whether anything was
    private boolean act() {
        boolean any = false;
        while (nextChange < task.changes().count() && task.changes().time(nextChange) <= process.time) {
            task.changes().apply(nextChange, process);
            nextChange++;
            any = true;
        }
        return any | events.fire();
    }

    private void restart() {
        process.refresh();
        method.restart();
    }

    private void record(double[] values) {
        while (nextRow < task.times().length && task.times()[nextRow] <= process.time) {
            process.system.outputs(process.time, process.y, process.p, process.scratch, all);
            int row = nextRow * task.columns().length;
            for (int k = 0; k < task.columns().length; k++) {
                values[row + k] = all[task.columns()[k]];
            }
            nextRow++;
        }
    }

    /// The work of the last run: a step is a turn drawn alone, or a leap.
    Counters counters() {
        long steps = process.leaps > 0 ? process.leaps : process.turns;
        return new Counters(1, steps, 0, 0, 0, 0, process.events, 0);
    }
}
