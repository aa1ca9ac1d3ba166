package propria.engine.stochastic;

import propria.engine.random.RandomStream;
import propria.engine.system.ReactionSystem;

/// The next reaction method: Gibson and Bruck 2000, Efficient exact stochastic simulation of chemical systems with many
/// species and many channels (doi:10.1021/jp993732q). Each reaction has a time at which it will happen unless a turn of
/// another changes its propensity; the times are a heap.
final class NextReaction implements JumpMethod {

    private final Process process;
    private final int[][] dependents;
    private final double[] due;
    private final double[] before;
    private final int[] heap;
    private final int[] place;

    NextReaction(Process process) {
        this.process = process;
        ReactionSystem reactions = process.reactions();
        int count = process.reactionCount();
        dependents = new int[count][];
        for (int r = 0; r < count; r++) {
            dependents[r] = reactions.dependents(r);
        }
        due = new double[count];
        before = new double[count];
        heap = new int[count];
        place = new int[count];
    }

    @Override
    public void restart() {
        for (int r = 0; r < due.length; r++) {
            due[r] = fresh(r);
            heap[r] = r;
            place[r] = r;
        }
        for (int k = due.length / 2 - 1; k >= 0; k--) {
            sink(k);
        }
    }

    private double fresh(int reaction) {
        double propensity = process.propensities[reaction];
        if (!(propensity >= 0 && propensity < Double.POSITIVE_INFINITY)) {
            throw process.impossible();
        }
        return propensity > 0 ? process.time + process.random.exponential() / propensity : Double.POSITIVE_INFINITY;
    }

    @Override
    public void advance(double stop) {
        while (heap.length > 0 && due[heap[0]] < stop) {
            int reaction = heap[0];
            process.time = due[reaction];
            for (int r : dependents[reaction]) {
                before[r] = process.propensities[r];
            }
            boolean watched = process.turn(reaction);
            for (int r : dependents[reaction]) {
                if (r != reaction) {
                    move(r, rescaled(r));
                }
            }
            move(reaction, fresh(reaction));
            if (watched) {
                return;
            }
        }
        process.time = stop;
    }

    /// The time that is left is stretched by how much the propensity has fallen (eq. 13).
    private double rescaled(int reaction) {
        double propensity = process.propensities[reaction];
        if (!(before[reaction] > 0) || !(propensity > 0)) {
            return fresh(reaction);
        }
        if (propensity == Double.POSITIVE_INFINITY) {
            throw process.impossible();
        }
        return process.time + before[reaction] / propensity * (due[reaction] - process.time);
    }

    private void move(int reaction, double time) {
        boolean earlier = time < due[reaction];
        due[reaction] = time;
        if (earlier) {
            rise(place[reaction]);
        } else {
            sink(place[reaction]);
        }
    }

    private void rise(int from) {
        int k = from;
        int reaction = heap[k];
        while (k > 0 && due[reaction] < due[heap[(k - 1) / 2]]) {
            put(k, heap[(k - 1) / 2]);
            k = (k - 1) / 2;
        }
        put(k, reaction);
    }

    private void sink(int from) {
        int k = from;
        int reaction = heap[k];
        while (2 * k + 1 < heap.length) {
            int child = 2 * k + 1;
            if (child + 1 < heap.length && due[heap[child + 1]] < due[heap[child]]) {
                child++;
            }
            if (due[reaction] <= due[heap[child]]) {
                break;
            }
            put(k, heap[child]);
            k = child;
        }
        put(k, reaction);
    }

    private void put(int k, int reaction) {
        heap[k] = reaction;
        place[reaction] = k;
    }
}
