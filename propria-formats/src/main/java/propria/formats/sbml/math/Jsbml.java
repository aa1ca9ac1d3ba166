package propria.formats.sbml.math;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Work with JSBML, one thread at a time: JSBML 1.6.1 keeps the parsers that it finds at its first use and the checks of
/// attributes in plain static fields, and two threads that come at once leave one of them without the parser of SBML.
public final class Jsbml {

    private static final Lock LOCK = new ReentrantLock();

    private Jsbml() {
    }

    /// The result of work during which no other thread works with JSBML.
    public static <T> T alone(Supplier<T> work) {
        LOCK.lock();
        try {
            return work.get();
        } finally {
            LOCK.unlock();
        }
    }
}
