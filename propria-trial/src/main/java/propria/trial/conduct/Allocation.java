package propria.trial.conduct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import propria.engine.random.Streams;
import propria.trial.design.Randomisation;
import propria.trial.design.TrialDesign.Share;

/// Gives arms to patients one by one.
public final class Allocation {

    private final List<Share> shares;
    private final Randomisation plan;
    private final Streams streams;
    private final int trial;
    private final int round;
    private final Map<Integer, List<Integer>> open = new HashMap<>();
    private final Map<Integer, Integer> blocks = new HashMap<>();
    private final Map<String, int[]> margins = new HashMap<>();

    /// @param trial whose number names the chance
    public Allocation(List<Share> shares, Randomisation plan, Streams streams, int trial) {
        this.shares = List.copyOf(shares);
        this.plan = plan;
        this.streams = streams;
        this.trial = trial;
        this.round = shares.stream().mapToInt(Share::ratio).sum();
    }

    /// The arm of the next patient, by its place.
    ///
    /// @param subject number of the patient in the trial
    /// @param stratum number of the combination of levels
    /// @param levels of each stratum
    public int next(int subject, int stratum, List<String> levels) {
        double chance = streams.uniform(trial, subject, "allocation", 0);
        return switch (plan.method()) {
            case SIMPLE -> byRatio(chance);
            case PERMUTED_BLOCKS -> fromBlock(stratum);
            case MINIMISATION -> balanced(chance, streams.uniform(trial, subject, "allocation", 1), levels);
        };
    }

    private int byRatio(double chance) {
        double below = 0;
        for (int arm = 0; arm < shares.size(); arm++) {
            below += (double) shares.get(arm).ratio() / round;
            if (chance < below) {
                return arm;
            }
        }
        return shares.size() - 1;
    }

    private int fromBlock(int stratum) {
        List<Integer> left = open.computeIfAbsent(stratum, _ -> new ArrayList<>());
        if (left.isEmpty()) {
            int number = blocks.merge(stratum, 1, Integer::sum);
            left.addAll(shuffled(stratum, number));
        }
        return left.removeLast();
    }

    private List<Integer> shuffled(int stratum, int number) {
        List<Integer> block = new ArrayList<>();
        for (int k = 0; k < plan.block(); k++) {
            for (int arm = 0; arm < shares.size(); arm++) {
                for (int i = 0; i < shares.get(arm).ratio(); i++) {
                    block.add(arm);
                }
            }
        }
        for (int i = block.size() - 1; i > 0; i--) {
            int j = (int) (streams.uniform(trial, stratum, "block", number * 4096 + i) * (i + 1));
            java.util.Collections.swap(block, i, j);
        }
        return block;
    }

    /// Pocock and Simon: the sum over strata of the range of the numbers per ratio, were the patient given the arm.
    private int balanced(double chance, double tie, List<String> levels) {
        double best = Double.POSITIVE_INFINITY;
        List<Integer> good = new ArrayList<>();
        for (int arm = 0; arm < shares.size(); arm++) {
            double imbalance = 0;
            for (String level : levels) {
                int[] counts = margins.computeIfAbsent(level, _ -> new int[shares.size()]);
                double most = 0;
                double least = Double.POSITIVE_INFINITY;
                for (int a = 0; a < counts.length; a++) {
                    double filled = (counts[a] + (a == arm ? 1.0 : 0.0)) / shares.get(a).ratio();
                    most = StrictMath.max(most, filled);
                    least = StrictMath.min(least, filled);
                }
                imbalance += most - least;
            }
            if (imbalance < best - 1e-12) {
                best = imbalance;
                good.clear();
            }
            if (imbalance <= best + 1e-12) {
                good.add(arm);
            }
        }
        int arm = chance < plan.bias() ? good.get((int) (tie * good.size())) : byRatio(tie);
        levels.forEach(level -> margins.computeIfAbsent(level, _ -> new int[shares.size()])[arm]++);
        return arm;
    }
}
