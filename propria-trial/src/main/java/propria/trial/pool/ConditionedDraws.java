package propria.trial.pool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import propria.inference.table.TableFile;
import propria.inference.table.TableFile.Row;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.TrialDesign;
import propria.trial.operating.DrawWeights;
import propria.trial.operating.Recorded;
import propria.trial.operating.TrialSet;

/// The draws of the parameters, held against untreated patients of published trials: for every pool of patients like those of the
/// design the share of the comparator, over all people of a draw, who leaves counted as not met.
///
/// @param pools that are a test and have a visit at their time
/// @param shares by draw and pool [%], with half a person added to each cell; a draw that is left out has none
/// @param logs the log likelihood of each draw; not a number where it has none
/// @param agrees whether a draw is within what chance and differences between trials do
/// @param spread between trials, on the logit scale
/// @param bodies how many bodies of trials the pools come from
public record ConditionedDraws(List<PlaceboPool> pools, List<double[]> shares, double[] logs, boolean[] agrees,
        double spread, int bodies) {

    /// With fewer effective draws than this, a twentieth of belief is less than one draw, and the ends of a 90 % interval are a
    /// single one.
    public static final double FEWEST = 20;

    private static final String DRAWS = "draws.csv";

    public ConditionedDraws {
        pools = List.copyOf(pools);
        shares = List.copyOf(shares);
    }

    /// Holds draws against pools.
    ///
    /// @param recorded trials on courses over beliefs; the people of each draw are read
    public static ConditionedDraws of(Path library, TrialDesign design, Recorded recorded) {
        double[] spreads = SpreadFile.read(library);
        List<PlaceboPool> pools = spreads.length == 0
                ? List.of()
                : PlaceboPool.of(library, design).stream().filter(p -> p.isLike() && p.visit(design).isPresent())
                        .toList();
        int[] visits = pools.stream().mapToInt(p -> p.visit(design).orElseThrow()).toArray();
        return of(pools, spreads, recorded.map(TrialSet.TRUTH, Integer.MAX_VALUE, Set.of(),
                draw -> shares(draw, pools, visits)));
    }

    /// Holds shares against pools.
    ///
    /// @param spreads draws of the standard deviation between trials
    /// @param shares by draw and pool [%], between 0 and 100; no numbers for a draw that is left out
    static ConditionedDraws of(List<PlaceboPool> pools, double[] spreads, List<double[]> shares) {
        PoolLikelihood likelihood = new PoolLikelihood(pools, spreads);
        double[] logs = new double[shares.size()];
        boolean[] agrees = new boolean[shares.size()];
        for (int d = 0; d < logs.length; d++) {
            double[] logits = Arrays.stream(shares.get(d)).map(PlaceboPool::logit).toArray();
            boolean known = !pools.isEmpty() && logits.length == pools.size();
            logs[d] = known ? likelihood.log(logits) : Double.NaN;
            agrees[d] = known && likelihood.agrees(logits);
        }
        return new ConditionedDraws(pools, shares, logs, agrees, likelihood.spread(), likelihood.bodies().size());
    }

    private static double[] shares(SimulatedTrial draw, List<PlaceboPool> pools, int[] visits) {
        List<SubjectRecord> own = draw.arm(0);
        return own.isEmpty()
                ? new double[0]
                : IntStream.range(0, visits.length).mapToDouble(i -> 100
                        * (own.stream().filter(s -> pools.get(i).met(s, visits[i])).count() + 0.5) / (own.size() + 1.0))
                        .toArray();
    }

    /// How many draws agree with the pools.
    public int agreeing() {
        return (int) IntStream.range(0, agrees.length).filter(d -> agrees[d]).count();
    }

    /// The weight of each draw; empty when nothing is held against, or no draw agrees.
    public Optional<DrawWeights> weights() {
        return agreeing() == 0 ? Optional.empty() : Optional.of(DrawWeights.ofLogs(logs));
    }

    /// Those that a run of trials has left in its folder.
    public static Optional<DrawWeights> weights(Path folder) {
        Path file = folder.resolve(DRAWS);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<Row> rows = TableFile.read(file, List.of("draw", "weight")).rows();
        return rows.stream().anyMatch(r -> r.number("weight").isPresent())
                ? Optional.of(new DrawWeights(rows.stream().mapToDouble(r -> r.number("weight").orElse(0)).toArray()))
                : Optional.empty();
    }

    /// On how many draws conditioned beliefs rest; 0 when there are none.
    public double effective() {
        return weights().map(DrawWeights::effective).orElse(0.0);
    }

    /// What was done, in a sentence.
    public String sentence() {
        if (pools.isEmpty()) {
            return "no published pool of untreated patients is like this design at one of its visits, so beliefs about"
                    + " parameters stand as they were drawn";
        }
        return agreeing() + " of " + agrees.length + " beliefs about parameters agree with untreated patients of"
                + " published trials ("
                + pools.stream().map(PlaceboPool::trials).distinct().collect(Collectors.joining("; "))
                + String.format(Locale.ROOT, "; differences between trials %.2f on the logit scale)", spread)
                + (agreeing() == 0
                        ? ""
                        : String.format(Locale.ROOT, "; weighed by how well they agree, they count as %.1f",
                                effective()));
    }

    /// What a reader must be warned of.
    ///
    /// @param folder of the run
    public List<Problem> problems(Path folder) {
        SourceLocation place = SourceLocation.of(folder.resolve(DRAWS).toString());
        List<Problem> problems = new ArrayList<>();
        if (!pools.isEmpty() && agreeing() == 0) {
            problems.add(Problem.warning("T224", place,
                    "no belief about parameters agrees with untreated patients of published trials",
                    "none of " + agrees.length
                            + " draws is near the published pools, so nothing is conditioned on them",
                    "look at placebo-check.csv, or simulate more draws (`bank: {draws: …}`)"));
        } else if (!pools.isEmpty() && effective() < FEWEST) {
            problems.add(Problem.warning("T223", place,
                    String.format(Locale.ROOT,
                            "what is said over beliefs that agree with untreated patients rests on %.1f draws",
                            effective()),
                    String.format(Locale.ROOT, "with fewer than %.0f the ends of a 90 %% interval are a single draw",
                            FEWEST),
                    "simulate more draws (`bank: {draws: …}`)"));
        }
        return problems;
    }
}
