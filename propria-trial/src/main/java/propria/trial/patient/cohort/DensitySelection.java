package propria.trial.patient.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import propria.study.run.work.Parallel;

/// Selection of plausible patients by the ratio of densities (Allen, Rieger and Musante 2016, doi:10.1002/psp4.12063): many
/// plausible patients are simulated; each is accepted with a probability in proportion to the density that the target has at
/// its readings over the density that plausible patients have there.
///
/// @param ratio how many plausible patients are simulated for each that is wanted
public record DensitySelection(int ratio) implements CohortMethod {

    private static final int LEAST = 400;

    @Override
    public Cohort make(CandidateReader reader, int count, int threads) {
        List<Candidate> sample = reader.sample(0, (int) effort(count), threads);
        List<Candidate> eligible = sample.stream().filter(Candidate::isEligible).toList();
        if (eligible.size() <= count) {
            return new Cohort(eligible, reader.simulations(), reader.failures(), eligible.size(),
                    count - eligible.size());
        }
        double[] weights = weights(reader, eligible, threads);
        double scale = scale(weights, count);
        int cut = (int) IntStream.range(0, weights.length).filter(i -> scale * weights[i] > 1).count();
        List<Candidate> chosen = accept(reader, eligible, weights, scale, count);
        double effective = StrictMath.min(count, effective(weights));
        return new Cohort(chosen, reader.simulations(), reader.failures(), effective, cut);
    }

    @Override
    public double effort(int count) {
        return StrictMath.max(LEAST, ratio * count);
    }

    private static double[] weights(CandidateReader reader, List<Candidate> eligible, int threads) {
        TargetDensity target = new TargetDensity(reader.space().target());
        NeighbourDensity plausible = new NeighbourDensity(eligible.stream().map(Candidate::scores).toList());
        List<Double> logs = Parallel.map(eligible, threads, () -> plausible,
                (density, c) -> target.log(c.scores()) - density.log(c.scores(), 1));
        double largest = logs.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return logs.stream().mapToDouble(log -> StrictMath.exp(log - largest)).toArray();
    }

    /// The factor at which as many are accepted as are wanted, on average.
    private static double scale(double[] weights, int count) {
        double low = 0;
        double high = 1e12;
        for (int i = 0; i < 200; i++) {
            double middle = low == 0 ? high * 1e-6 : StrictMath.sqrt(low * high);
            double accepted = 0;
            for (double weight : weights) {
                accepted += StrictMath.min(1, middle * weight);
            }
            if (accepted < count) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// Systematic acceptance: a candidate is taken when the running sum of probabilities passes a whole number, which keeps
    /// each one's probability and gives the wanted count.
    private static List<Candidate> accept(CandidateReader reader, List<Candidate> eligible, double[] weights,
            double scale, int count) {
        List<Candidate> chosen = new ArrayList<>();
        double sum = reader.space().streams().uniform(reader.draw().number(), -1, "cohort selection", 0);
        for (int i = 0; i < weights.length; i++) {
            double next = sum + StrictMath.min(1, scale * weights[i]);
            if (StrictMath.floor(next) > StrictMath.floor(sum) && chosen.size() < count) {
                chosen.add(eligible.get(i));
            }
            sum = next;
        }
        for (int i = 0; chosen.size() < count && i < eligible.size(); i++) {
            if (!chosen.contains(eligible.get(i))) {
                chosen.add(eligible.get(i));
            }
        }
        return chosen;
    }

    /// Kish 1965: the square of the sum of weights over the sum of squares.
    static double effective(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }
}
