package propria.bench.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How much more two threads do than one. What the machine itself can give is measured beside it: a loop of products that
/// uses no memory, on two threads and on one. Cores that share a unit, or that a host shares out, give less than two.
///
/// @param ratio work a second of two threads over that of one
/// @param machine the same for the loop of products
public record TwoThreads(double ratio, double machine) {

    private static final int ROUNDS = 3;
    private static final int PRODUCTS = 60_000_000;

    /// Each thread does all of the work.
    ///
    /// @param work safe for two threads at once
    static TwoThreads of(Runnable work) {
        work.run();
        double[] ratios = new double[ROUNDS];
        double[] machines = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            machines[round] = ratio(TwoThreads::multiply);
            ratios[round] = ratio(work);
        }
        Arrays.sort(ratios);
        Arrays.sort(machines);
        return new TwoThreads(ratios[ROUNDS / 2], machines[ROUNDS / 2]);
    }

    private static double ratio(Runnable work) {
        double one = seconds(work, 1);
        double two = seconds(work, 2);
        double again = seconds(work, 1);
        return (one + again) / two;
    }

    private static double seconds(Runnable work, int threads) {
        List<Thread> workers = new ArrayList<>();
        long begin = System.nanoTime();
        for (int k = 0; k < threads; k++) {
            workers.add(Thread.ofPlatform().start(work));
        }
        workers.forEach(TwoThreads::join);
        return (System.nanoTime() - begin) * 1e-9;
    }

    private static void multiply() {
        double first = 1.1;
        double second = 1.2;
        double third = 1.3;
        for (int k = 0; k < PRODUCTS; k++) {
            first = first * 1.0000001 + 1e-9;
            second = second * 0.9999999 + 1e-9;
            third = third * 1.0000001 - 1e-9;
        }
        if (Double.isNaN(first + second + third)) {
            throw new IllegalStateException("products of numbers are numbers");
        }
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
