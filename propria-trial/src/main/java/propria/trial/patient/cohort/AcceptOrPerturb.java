package propria.trial.patient.cohort;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import propria.engine.random.Streams;
import propria.study.run.work.Parallel;
import propria.study.subject.SubjectLife;
import propria.trial.patient.Marginal;

/// Accept or perturb, after Klinke 2008 (doi:10.1016/j.mbs.2007.11.006) and Schmidt, Casey, Paterson and Chan 2013
/// (doi:10.1186/1471-2105-14-221), who choose people and adapt them until they agree with data: each place in the cohort has
/// readings drawn from the target. A plausible person within the tolerance is taken. Another is moved towards them by the
/// smallest change of traits that does it (Gauss–Newton, which costs no simulation); where that does not reach, the
/// parameters of the model are perturbed at random, and what comes closer is kept.
///
/// @param tolerance how far each reading may lie from the wanted one, in standard deviations of its target
/// @param budget how many lives may be simulated for a place
public record AcceptOrPerturb(double tolerance, int budget) implements CohortMethod {

    private static final int ROUNDS = 12;
    private static final double STEP = 0.05;
    private static final double REGULAR = 0.01;
    private static final int FIRST = 3;

    private record Place(Optional<Candidate> candidate, double distance) {
    }

    @Override
    public Cohort make(CandidateReader reader, int count, int threads) {
        TargetDensity target = new TargetDensity(reader.space().target());
        List<Place> places = Parallel.map(IntStream.range(0, count).boxed().toList(), threads, reader.space()::life,
                (life, number) -> place(reader, target, number, life));
        List<Candidate> patients = places.stream().flatMap(p -> p.candidate().stream()).toList();
        int missed = (int) places.stream().filter(p -> !(p.distance() <= tolerance)).count();
        return new Cohort(patients, reader.simulations(), reader.failures(), patients.size() - missed, missed);
    }

    @Override
    public double effort(int count) {
        return count;
    }

    private Place place(CandidateReader reader, TargetDensity target, int number, SubjectLife life) {
        double[] wanted = wanted(reader, target, number);
        Optional<Candidate> best = Optional.empty();
        double distance = Double.POSITIVE_INFINITY;
        int spent = 0;
        for (; spent < FIRST; spent++) {
            Optional<Candidate> tried = reader.at(reader.normals(number * FIRST + spent), life)
                    .map(c -> adapt(reader, c, wanted));
            double far = tried.map(c -> distance(reader, c, wanted)).orElse(Double.POSITIVE_INFINITY);
            if (far < distance) {
                best = tried;
                distance = far;
            }
            if (distance <= tolerance) {
                return new Place(best, distance);
            }
        }
        for (; spent < budget && distance > tolerance && best.isPresent(); spent++) {
            Optional<Candidate> tried = reader.at(perturbed(reader, best.get(), number, spent), life)
                    .map(c -> adapt(reader, c, wanted));
            double far = tried.map(c -> distance(reader, c, wanted)).orElse(Double.POSITIVE_INFINITY);
            if (far < distance) {
                best = tried;
                distance = far;
            }
        }
        return new Place(best, distance);
    }

    private static double[] wanted(CandidateReader reader, TargetDensity target, int number) {
        Streams streams = reader.space().streams();
        List<Marginal> baseline = reader.baseline();
        double[] independent = new double[baseline.size()];
        for (int i = 0; i < independent.length; i++) {
            independent[i] = streams.normal(reader.draw().number(), number, "cohort target", i);
        }
        double[] scores = target.correlated(independent);
        double[] wanted = new double[scores.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = baseline.get(i).at(scores[i]);
        }
        return wanted;
    }

    private static double[] perturbed(CandidateReader reader, Candidate from, int number, int step) {
        Streams streams = reader.space().streams();
        double[] normals = from.normals().clone();
        List<Integer> free = reader.free();
        for (int i = 0; i < normals.length; i++) {
            if (!free.contains(i)) {
                normals[i] = CandidateReader.clamp(
                        normals[i] + 0.6 * streams.normal(reader.draw().number(), number, "perturbation " + i, step));
            }
        }
        return normals;
    }

    /// Moves free traits by the smallest step that brings the readings to the wanted ones, again and again.
    private static Candidate adapt(CandidateReader reader, Candidate start, double[] wanted) {
        List<Integer> free = reader.free();
        Candidate now = start;
        for (int round = 0; round < ROUNDS; round++) {
            double[] gap = gap(reader, now, wanted);
            RealMatrix slope = slope(reader, now, wanted, free, gap);
            RealMatrix square = slope.multiplyTransposed(slope)
                    .add(MatrixUtils.createRealIdentityMatrix(gap.length).scalarMultiply(REGULAR));
            double[] step = slope.transpose()
                    .operate(new LUDecomposition(square).getSolver().solve(MatrixUtils.createRealVector(gap)))
                    .toArray();
            double[] normals = now.normals().clone();
            for (int i = 0; i < step.length; i++) {
                normals[free.get(i)] = CandidateReader.clamp(normals[free.get(i)] - step[i]);
            }
            Candidate next = reader.again(now, normals);
            if (distance(reader, next, wanted) >= distance(reader, now, wanted)) {
                return now;
            }
            now = next;
        }
        return now;
    }

    private static RealMatrix slope(CandidateReader reader, Candidate now, double[] wanted, List<Integer> free,
            double[] gap) {
        double[][] slope = new double[gap.length][free.size()];
        for (int i = 0; i < free.size(); i++) {
            double[] normals = now.normals().clone();
            normals[free.get(i)] += STEP;
            double[] moved = gap(reader, reader.again(now, normals), wanted);
            for (int r = 0; r < gap.length; r++) {
                double change = (moved[r] - gap[r]) / STEP;
                slope[r][i] = StrictMath.abs(change) > 5 ? 0 : change;
            }
        }
        return MatrixUtils.createRealMatrix(slope);
    }

    /// How far each reading lies from the wanted one, in standard deviations of the target.
    private static double[] gap(CandidateReader reader, Candidate candidate, double[] wanted) {
        double[] gap = new double[wanted.length];
        for (int i = 0; i < gap.length; i++) {
            Marginal marginal = reader.baseline().get(i);
            double value = candidate.readings()[i];
            gap[i] = marginal.kind() == Marginal.Kind.LOG_NORMAL
                    ? StrictMath.log(StrictMath.max(value, 1e-9) / wanted[i]) / marginal.spread()
                    : (value - wanted[i]) / marginal.spread();
        }
        return gap;
    }

    private static double distance(CandidateReader reader, Candidate candidate, double[] wanted) {
        double largest = 0;
        for (double gap : gap(reader, candidate, wanted)) {
            largest = StrictMath.max(largest, StrictMath.abs(gap));
        }
        return largest;
    }
}
