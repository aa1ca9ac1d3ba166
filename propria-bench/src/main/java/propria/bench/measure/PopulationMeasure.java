package propria.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import propria.bench.clock.ThreadTime;
import propria.bench.sundials.CvodeFailure;
import propria.bench.sundials.CvodeSolver;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.simulate.SimulationFailure;
import propria.engine.simulate.Simulator;

/// Subjects one after another, each with parameters of its own.
public final class PopulationMeasure {

    private static final int WARM_UP = 300;
    private static final int CHUNK = 50;
    private static final long MEGABYTE = 1 << 20;

    private final Subjects subjects;

    public PopulationMeasure(Subjects subjects) {
        this.subjects = subjects;
    }

    /// What simulating subjects cost.
    ///
    /// @param subjects how many were simulated
    /// @param failed how many of them did not reach the end
    /// @param seconds processor time a subject, the mean
    /// @param middle processor time a subject, the median over groups of fifty: less of what else the machine did
    public record Cost(int subjects, int failed, double seconds, double middle) {
    }

    /// The subjects of a chunk; drawing them is not timed.
    private List<SimulationRequest> chunk(int from, int to, Tolerances tolerances) {
        List<SimulationRequest> requests = new ArrayList<>();
        for (int number = from; number < to; number++) {
            requests.add(subjects.request(number, tolerances));
        }
        return requests;
    }

    /// The engine, one subject after another, until the time is up.
    ///
    /// @param most how many subjects at most
    /// @param seconds processor time at most
    public Cost own(int most, double seconds, Tolerances tolerances) {
        Simulator simulator = new Simulator(subjects.model());
        chunk(0, WARM_UP, tolerances).forEach(request -> succeeds(simulator, request));
        double[] costs = new double[(most + CHUNK - 1) / CHUNK];
        double spent = 0;
        int chunks = 0;
        int done = 0;
        int failed = 0;
        while (done < most && spent < seconds) {
            List<SimulationRequest> requests = chunk(done, Math.min(most, done + CHUNK), tolerances);
            long begin = ThreadTime.nanos();
            for (SimulationRequest request : requests) {
                failed += succeeds(simulator, request) ? 0 : 1;
            }
            double cost = (ThreadTime.nanos() - begin) * 1e-9;
            costs[chunks++] = cost / requests.size();
            spent += cost;
            done += requests.size();
        }
        double[] sorted = Arrays.copyOf(costs, chunks);
        Arrays.sort(sorted);
        return new Cost(done, failed, spent / done, sorted[chunks / 2]);
    }

    private static boolean succeeds(Simulator simulator, SimulationRequest request) {
        try {
            return !simulator.simulate(request).times().isEmpty();
        } catch (SimulationFailure e) {
            return false;
        }
    }

    /// CVODE on the same subjects, until the time is up; its own time, taken in C.
    public Cost cvode(CvodeSolver solver, int most, double seconds) {
        double[] costs = new double[most];
        double spent = 0;
        int done = 0;
        int failed = 0;
        while (done < most && spent < seconds) {
            solver.take(subjects.model(), subjects.request(done, Tolerances.DEFAULT));
            try {
                double cost = solver.run(1);
                costs[done - failed] = cost;
                spent += cost;
            } catch (CvodeFailure e) {
                failed++;
            }
            done++;
        }
        double[] sorted = Arrays.copyOf(costs, Math.max(1, done - failed));
        Arrays.sort(sorted);
        return new Cost(done, failed, spent / Math.max(1, done - failed), sorted[sorted.length / 2]);
    }

    /// Two threads against one, both on subjects of this population.
    ///
    /// @param count how many subjects a thread
    public TwoThreads twoThreads(int count, Tolerances tolerances) {
        List<SimulationRequest> requests = chunk(0, count, tolerances);
        return TwoThreads.of(() -> {
            Simulator simulator = new Simulator(subjects.model());
            requests.forEach(request -> succeeds(simulator, request));
        });
    }

    /// Cost a subject and the use of the heap after a collection, for growing numbers of subjects.
    public Growth growth(List<Integer> sizes, double seconds, Tolerances tolerances) {
        double dearest = 0;
        double cheapest = Double.POSITIVE_INFINITY;
        long largest = 0;
        long least = Long.MAX_VALUE;
        int most = 0;
        List<String> lines = new ArrayList<>();
        for (int size : sizes) {
            Cost cost = own(size, seconds, tolerances);
            long heap = heap();
            dearest = Math.max(dearest, cost.middle());
            cheapest = Math.min(cheapest, cost.middle());
            largest = Math.max(largest, heap);
            least = Math.min(least, heap);
            most = Math.max(most, cost.subjects());
            lines.add(String.format(Locale.ROOT, "%,d%s: %.1f us each (median %.1f), %d failed, heap %d MB",
                    cost.subjects(), cost.subjects() < size ? String.format(Locale.ROOT, " of %,d", size) : "",
                    cost.seconds() * 1e6, cost.middle() * 1e6, cost.failed(), heap));
        }
        return new Growth(lines, dearest / cheapest, largest - least, most);
    }

    /// What growing numbers of subjects cost.
    ///
    /// @param lines a line a size
    /// @param spread the largest median cost of a subject over the least
    /// @param heap by how much the use of the heap differs [MB]
    /// @param most how many subjects the largest run reached
    public record Growth(List<String> lines, double spread, long heap, int most) {
        public Growth {
            lines = List.copyOf(lines);
        }
    }

    /// What the heap holds after a collection [MB].
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getUsage).mapToLong(usage -> usage.getUsed()).sum() / MEGABYTE;
    }
}
