package propria.engine.stochastic;

import java.util.Arrays;
import java.util.List;
import propria.engine.random.RandomStream;
import propria.engine.random.Variates;
import propria.engine.system.DrawLogic;
import propria.engine.system.EventLogic;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The events of a run: which triggers hold, which executions are due (SBML Level 3 Version 2, section 4.11). Executions
/// that are due at one time with equal priority are carried out in random order.
final class EventAgenda {

    /// Executions that follow one another at one time; more means that events trigger one another for ever.
    private static final int MOST_AT_ONE_TIME = 10_000;

    private final Process process;
    private final List<EventLogic> events;
    private final int[][] targets;
    private final boolean[] holds;
    private final RandomStream random = new RandomStream();
    private int waiting;
    private int[] event = new int[4];
    private double[] due = new double[4];
    private double[][] values = new double[4][];
    private final int widest;
    private final double[] scales;
    private final double[] arguments = new double[4];
    private final RandomStream drawn = new RandomStream();

    EventAgenda(Process process) {
        this.process = process;
        events = process.system.events();
        targets = events.stream().map(EventLogic::targets).toArray(int[][]::new);
        widest = Arrays.stream(targets).mapToInt(t -> t.length).max().orElse(0);
        holds = new boolean[events.size()];
        scales = new double[widest];
        Arrays.setAll(values, _ -> new double[widest]);
    }

    /// Forgets the run before.
    void begin(long seed, int run) {
        random.begin(seed, run, "event order");
        drawn.begin(seed, run, "draws");
        waiting = 0;
        for (int e = 0; e < holds.length; e++) {
            holds[e] = events.get(e).triggerInitially();
        }
    }

    /// The time of the next waiting execution, but not beyond `end`.
    double nextTime(double end) {
        double next = end;
        for (int k = 0; k < waiting; k++) {
            next = Math.min(next, due[k]);
        }
        return next;
    }

    /// Looks at the triggers and carries out everything that is due.
    ///
    /// @return whether a state or parameter was assigned
    boolean fire() {
        if (holds.length == 0) {
            return false;
        }
        look();
        for (int count = 0; count < MOST_AT_ONE_TIME; count++) {
            int next = nextDue();
            if (next < 0) {
                return count > 0;
            }
            execute(next);
            look();
        }
        throw new ProblemException(Problem.error("N307", "events trigger one another without end at time "
                + process.time, "an event makes the trigger of another true, and that one the first again",
                "give one of them a delay, or a trigger that its own assignments do not bring about"));
    }

    private void look() {
        for (int e = 0; e < holds.length; e++) {
            EventLogic logic = events.get(e);
            boolean now = logic.trigger(process.time, process.y, process.p, process.scratch);
            if (now && !holds[e]) {
                await(e, logic);
            } else if (!now && holds[e] && !logic.persistent()) {
                forget(e);
            }
            holds[e] = now;
        }
    }

    private void await(int e, EventLogic logic) {
        if (waiting == event.length) {
            int size = 2 * waiting;
            event = Arrays.copyOf(event, size);
            due = Arrays.copyOf(due, size);
            values = Arrays.copyOf(values, size);
            for (int k = waiting; k < size; k++) {
                values[k] = new double[widest];
            }
        }
        event[waiting] = e;
        due[waiting] = process.time + logic.delay(process.time, process.y, process.p, process.scratch);
        if (logic.valuesFromTrigger()) {
            evaluate(logic, values[waiting]);
        }
        waiting++;
    }

    private void evaluate(EventLogic logic, double[] into) {
        List<DrawLogic> draws = logic.draws();
        for (int k = 0; k < draws.size(); k++) {
            DrawLogic draw = draws.get(k);
            draw.arguments(process.time, process.y, process.p, process.scratch, arguments);
            process.setParameter(draw.parameter(), Variates.draw(draw.distribution(), arguments, draw.argumentCount(),
                    drawn));
        }
        logic.values(process.time, process.y, process.p, process.scratch, into);
    }

    private void forget(int e) {
        for (int k = waiting - 1; k >= 0; k--) {
            if (event[k] == e) {
                remove(k);
            }
        }
    }

    private void remove(int k) {
        double[] freed = values[k];
        waiting--;
        System.arraycopy(event, k + 1, event, k, waiting - k);
        System.arraycopy(due, k + 1, due, k, waiting - k);
        System.arraycopy(values, k + 1, values, k, waiting - k);
        values[waiting] = freed;
    }

    private int nextDue() {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        int equals = 0;
        for (int k = 0; k < waiting; k++) {
            if (due[k] <= process.time) {
                EventLogic logic = events.get(event[k]);
                double priority = logic.hasPriority()
                        ? logic.priority(process.time, process.y, process.p, process.scratch)
                        : Double.NEGATIVE_INFINITY;
                boolean higher = best < 0 || priority > highest;
                equals = higher ? 1 : equals + (priority == highest ? 1 : 0);
                if (higher || priority == highest && random.uniform() * equals < 1) {
                    best = k;
                    highest = priority;
                }
            }
        }
        return best;
    }

    private void execute(int k) {
        process.events++;
        EventLogic logic = events.get(event[k]);
        int[] changed = targets[event[k]];
        double[] to = values[k];
        if (!logic.valuesFromTrigger()) {
            evaluate(logic, to);
        }
        logic.scales(process.time, process.y, process.p, process.scratch, scales);
        remove(k);
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] >= 0) {
                process.y[changed[i]] = scales[i] * to[i];
            } else {
                process.setParameter(-1 - changed[i], scales[i] * to[i]);
            }
        }
    }
}
