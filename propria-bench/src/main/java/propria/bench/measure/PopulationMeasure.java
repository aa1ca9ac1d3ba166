package propria.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import propria.bench.contender.ThreadTime;
import propria.bench.sundials.CvodeFailure;
import propria.bench.sundials.CvodeSolver;
import propria.bench.workload.Workload;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.simulate.SimulationFailure;
import propria.engine.simulate.Simulator;
import propria.study.Study;
import propria.study.subject.ParameterDraw;
import propria.study.subject.SubjectSampler;

/// Virtual subjects one after another, each with parameters of its own, through the course of a workload.
public final class PopulationMeasure {

    private static final int WARM_UP = 300;
    private static final long MEGABYTE = 1 << 20;

    private final Study study;
    private final Workload workload;
    private final SubjectSampler sampler;
    private final int arm;

    public PopulationMeasure(Study study, Workload workload) {
        this.study = study;
        this.workload = workload;
        this.sampler = new SubjectSampler(workload.model(), study, Map.of(), study.seed());
        this.arm = study.arms().size() - 1;
    }

    /// What simulating subjects cost.
    ///
    /// @param subjects how many were simulated
    /// @param failed how many of them did not reach the end
    /// @param seconds processor time a subject
    public record Cost(int subjects, int failed, double seconds) {
    }

    /// The request of subject `number`; the doses are those of the workload.
    private SimulationRequest request(int number, Tolerances tolerances) {
        ParameterDraw draw = sampler.draw(number / study.perArm());
        Map<String, Double> values = sampler.subject(draw, number % study.perArm()).arms().get(arm);
        SimulationRequest base = workload.request(tolerances, Method.AUTOMATIC);
        return new SimulationRequest(values, base.changes(), base.start(), base.end(), base.outputTimes(),
                base.outputs(), tolerances, base.method());
    }

    /// The subjects of a chunk; drawing them is not timed.
    private List<SimulationRequest> chunk(int from, int to, Tolerances tolerances) {
        List<SimulationRequest> requests = new ArrayList<>();
        for (int number = from; number < to; number++) {
            requests.add(request(number, tolerances));
        }
        return requests;
    }

    /// The engine, one subject after another, until the time is up.
    ///
    /// @param most how many subjects at most
    /// @param seconds processor time at most
    public Cost own(int most, double seconds, Tolerances tolerances) {
        Simulator simulator = new Simulator(workload.compiled());
        chunk(0, WARM_UP, tolerances).forEach(request -> succeeds(simulator, request));
        double spent = 0;
        int done = 0;
        int failed = 0;
        while (done < most && spent < seconds) {
            List<SimulationRequest> requests = chunk(done, Math.min(most, done + study.perArm()), tolerances);
            long begin = ThreadTime.nanos();
            for (SimulationRequest request : requests) {
                failed += succeeds(simulator, request) ? 0 : 1;
            }
            spent += (ThreadTime.nanos() - begin) * 1e-9;
            done += requests.size();
        }
        return new Cost(done, failed, spent / done);
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
        double spent = 0;
        int done = 0;
        int failed = 0;
        while (done < most && spent < seconds) {
            solver.take(workload.compiled(), request(done, Tolerances.DEFAULT));
            try {
                spent += solver.run(1);
            } catch (CvodeFailure e) {
                failed++;
            }
            done++;
        }
        return new Cost(done, failed, spent / Math.max(1, done - failed));
    }

    /// The wall-clock time of two threads on the same number of subjects each as one thread before, against that one thread.
    ///
    /// @return how many times more subjects a second two threads simulate than one
    public double twoAgainstOne(int subjects, Tolerances tolerances) {
        List<SimulationRequest> requests = chunk(0, subjects, tolerances);
        wall(requests, 1);
        double one = wall(requests, 1);
        double two = wall(requests, 2);
        return 2 * one / two;
    }

    /// Every thread simulates all of the requests.
    private double wall(List<SimulationRequest> requests, int threads) {
        List<Thread> workers = new ArrayList<>();
        long begin = System.nanoTime();
        for (int k = 0; k < threads; k++) {
            workers.add(Thread.ofPlatform().start(() -> {
                Simulator simulator = new Simulator(workload.compiled());
                requests.forEach(request -> succeeds(simulator, request));
            }));
        }
        workers.forEach(PopulationMeasure::join);
        return (System.nanoTime() - begin) * 1e-9;
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Cost a subject and the highest use of the heap right after a collection, for growing numbers of subjects.
    public Growth growth(List<Integer> sizes, double seconds, Tolerances tolerances) {
        double dearest = 0;
        double cheapest = Double.POSITIVE_INFINITY;
        int most = 0;
        List<String> lines = new ArrayList<>();
        for (int size : sizes) {
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
            Cost cost = own(size, seconds, tolerances);
            dearest = Math.max(dearest, cost.seconds());
            cheapest = Math.min(cheapest, cost.seconds());
            most = Math.max(most, cost.subjects());
            System.gc();
            long left = pools().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
            lines.add(String.format(Locale.ROOT,
                    "%,d of %,d subjects: %.0f us each, %d failed, heap %d MB after a collection",
                    cost.subjects(), size, cost.seconds() * 1e6, cost.failed(), left / MEGABYTE));
        }
        return new Growth(lines, dearest / cheapest, most);
    }

    /// What growing numbers of subjects cost.
    ///
    /// @param lines a line a size
    /// @param spread the largest cost of a subject over the least
    /// @param most how many subjects the largest run reached
    public record Growth(List<String> lines, double spread, int most) {
        public Growth {
            lines = List.copyOf(lines);
        }
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
