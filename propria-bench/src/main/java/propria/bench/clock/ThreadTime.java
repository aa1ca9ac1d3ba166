package propria.bench.clock;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// The processor time of the current thread. What else the machine does does not count, as it does not in C; nor does the
/// collection of garbage, which has a thread of its own.
public final class ThreadTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ThreadTime() {
    }

    /// [ns], of which only differences mean something.
    public static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
