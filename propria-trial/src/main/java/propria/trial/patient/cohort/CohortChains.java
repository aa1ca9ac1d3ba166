package propria.trial.patient.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import propria.engine.random.Streams;
import propria.inference.sample.Convergence;
import propria.study.run.work.Parallel;
import propria.study.subject.SubjectLife;

/// Markov chains on the numbers behind patients (Rieger et al. 2018, doi:10.1016/j.pbiomolbio.2018.10.002, compare several
/// such methods). The chain's density is that of the population times the target density of the readings over the density
/// that the population gives them, estimated on a pilot sample, so that readings come out distributed as the target says.
/// Proposals keep the population's normal density (preconditioned Crank–Nicolson: Cotter et al. 2013, doi:10.1214/13-STS421), so
/// the acceptance depends on readings alone.
///
/// @param chains how many
/// @param thin steps from one patient to the next
/// @param warmUp steps that are thrown away, in which the length of steps adapts
/// @param pilot how many plausible patients are simulated first
public record CohortChains(int chains, int thin, int warmUp, int pilot) implements CohortMethod {

    private static final double WANTED = 0.3;

    private record Chain(List<Candidate> kept, int accepted, int steps) {
    }

    private record World(CandidateReader reader, TargetDensity target, NeighbourDensity population) {

        double log(Candidate candidate) {
            return candidate.isEligible()
                    ? target.log(candidate.scores()) - population.log(candidate.scores(), 0)
                    : Double.NEGATIVE_INFINITY;
        }
    }

    @Override
    public Cohort make(CandidateReader reader, int count, int threads) {
        List<Candidate> eligible = reader.sample(0, pilot, threads).stream().filter(Candidate::isEligible).toList();
        if (eligible.size() < chains) {
            return new Cohort(List.of(), reader.simulations(), reader.failures(), 0, count);
        }
        World world = new World(reader, new TargetDensity(reader.space().target()),
                new NeighbourDensity(eligible.stream().map(Candidate::scores).toList()));
        List<Candidate> starts = eligible.stream().sorted(Comparator.comparingDouble(c -> -world.log(c)))
                .limit(chains).toList();
        int each = (count + chains - 1) / chains;
        List<Chain> done = Parallel.map(IntStream.range(0, chains).boxed().toList(), threads, reader.space()::life,
                (life, number) -> chain(world, number, starts.get(number), each, life));
        List<Candidate> patients = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            for (Chain chain : done) {
                if (patients.size() < count) {
                    patients.add(chain.kept().get(i));
                }
            }
        }
        int accepted = done.stream().mapToInt(Chain::accepted).sum();
        int missed = accepted == 0 ? count : 0;
        return new Cohort(patients, reader.simulations(), reader.failures(), effective(done, count), missed);
    }

    @Override
    public double effort(int count) {
        int each = (count + chains - 1) / chains;
        return pilot + (double) chains * (warmUp + thin * each);
    }

    private Chain chain(World world, int number, Candidate start, int each, SubjectLife life) {
        Streams streams = world.reader().space().streams();
        int draw = world.reader().draw().number();
        Candidate now = start;
        double length = 0.3;
        int accepted = 0;
        List<Candidate> kept = new ArrayList<>();
        int steps = warmUp + thin * each;
        for (int step = 0; step < steps; step++) {
            double[] proposal = proposal(now.normals(), length, streams, draw, number, step);
            Optional<Candidate> next = inside(proposal) ? world.reader().at(proposal, life) : Optional.empty();
            double gain = next.map(world::log).orElse(Double.NEGATIVE_INFINITY) - world.log(now);
            boolean moves = StrictMath.log(streams.uniform(draw, number, "chain acceptance", step)) < gain;
            if (moves) {
                now = next.orElseThrow();
            }
            if (step < warmUp) {
                length = StrictMath.min(0.95, StrictMath.max(0.02,
                        length * StrictMath.exp(((moves ? 1 : 0) - WANTED) / StrictMath.sqrt(step + 1.0))));
            } else {
                accepted += moves ? 1 : 0;
                if ((step - warmUp + 1) % thin == 0) {
                    kept.add(now);
                }
            }
        }
        return new Chain(kept, accepted, steps - warmUp);
    }

    private static double[] proposal(double[] now, double length, Streams streams, int draw, int number, int step) {
        double stay = StrictMath.sqrt(1 - length * length);
        double[] next = new double[now.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = stay * now[i] + length * streams.normal(draw, number, "chain step " + i, step);
        }
        return next;
    }

    private static boolean inside(double[] normals) {
        for (double normal : normals) {
            if (StrictMath.abs(normal) > CandidateReader.BOUND) {
                return false;
            }
        }
        return true;
    }

    /// The smallest effective size of any reading.
    private static double effective(List<Chain> chains, int count) {
        int readings = chains.getFirst().kept().getFirst().readings().length;
        double smallest = count;
        for (int r = 0; r < readings; r++) {
            int reading = r;
            double[][] values = chains.stream()
                    .map(c -> c.kept().stream().mapToDouble(k -> k.readings()[reading]).toArray())
                    .toArray(double[][]::new);
            smallest = StrictMath.min(smallest, (values[0].length < 4 ? count : Convergence.of(values).bulkEss()));
        }
        return smallest;
    }
}
