package propria.bench.precision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.bench.clock.Deadline;
import propria.bench.contender.Contender;
import propria.bench.contender.ContenderFailure;
import propria.bench.workload.Subject;
import propria.engine.Tolerances;

/// Runs contenders over one subject: at each tolerance all of them in turn, round after round, so that what else the
/// machine does falls on all alike. Of the rounds the median counts.
public final class Comparer {

    private static final int MOST_REPEATS = 2000;

    private final Ladder ladder;
    private final Map<Contender, List<Point>> points = new LinkedHashMap<>();
    private final Map<Contender, String> remarks = new HashMap<>();
    private final Deadline deadline;
    private final List<Contender> active;
    private final List<String> notes = new ArrayList<>();

    private Comparer(Ladder ladder, List<Contender> contenders) {
        this.ladder = ladder;
        this.deadline = Deadline.in(ladder.rowSeconds());
        this.active = new ArrayList<>(contenders);
        contenders.forEach(contender -> points.put(contender, new ArrayList<>()));
    }

    /// Compares.
    ///
    /// @param contenders who is timed
    /// @param judges who may give the reference, best known first
    /// @throws NoReference if errors cannot be measured
    public static Comparison compare(Subject subject, List<Contender> contenders, List<Contender> judges,
            Ladder ladder) {
        Comparer comparer = new Comparer(ladder, contenders);
        Reference reference = Reference.of(subject, judges);
        comparer.warmUp(reference.floor());
        for (double relative : ladder.relative()) {
            if (comparer.isInTime("not measured at " + relative)) {
                comparer.rung(relative, reference);
            }
        }
        List<Curve> curves = new ArrayList<>();
        comparer.points.forEach(
                (contender, some) -> curves.add(new Curve(contender.name(), contender.isOwn(), some,
                        comparer.remarks.getOrDefault(contender, ""))));
        return new Comparison(subject, reference, curves, comparer.notes);
    }

    private boolean isInTime(String otherwise) {
        if (deadline.isOver()) {
            notes.add(otherwise + ": the " + (int) deadline.seconds() + " s of this workload were up");
        }
        return !deadline.isOver();
    }

    private void warmUp(double floor) {
        double middle = ladder.relative().get(ladder.relative().size() / 2);
        for (Contender contender : List.copyOf(active)) {
            if (!isInTime(contender.name() + " is left out")) {
                active.remove(contender);
                continue;
            }
            try (Contender.Trial trial = contender.at(new Tolerances(middle, middle * floor))) {
                double limit = contender.isCompiledLate() ? ladder.warmUpSeconds() : 0;
                double last = trial.run(1);
                for (double spent = last; spent < limit; spent += last) {
                    last = trial.run(1);
                }
                if (last > ladder.longestSeconds()) {
                    leaveOut(contender, "takes " + last + " s at " + middle);
                }
            } catch (ContenderFailure e) {
                fails(contender, middle, e);
            }
        }
    }

    private void fails(Contender contender, double relative, ContenderFailure failure) {
        notes.add(contender.name() + " at " + relative + ": " + failure.getMessage());
        if (failure.isLate()) {
            active.remove(contender);
            remarks.put(contender, String.valueOf(failure.getMessage()));
        }
    }

    private void leaveOut(Contender contender, String why) {
        active.remove(contender);
        notes.add(contender.name() + " " + why + " and is left out from there on");
    }

    private void rung(double relative, Reference reference) {
        Map<Contender, Timed> timed = new LinkedHashMap<>();
        try {
            for (Contender contender : List.copyOf(active)) {
                begin(contender, new Tolerances(relative, relative * reference.floor()), timed);
            }
            for (int round = 0; round < ladder.rounds(); round++) {
                for (Contender contender : List.copyOf(timed.keySet())) {
                    round(contender, relative, timed);
                }
            }
            timed.forEach((contender, one) -> {
                Point point = one.point(relative, reference);
                points.computeIfAbsent(contender, _ -> new ArrayList<>()).add(point);
                if (point.seconds() > ladder.longestSeconds()) {
                    leaveOut(contender, "takes " + point.seconds() + " s at " + relative);
                }
            });
        } finally {
            timed.values().forEach(one -> one.trial.close());
        }
    }

    private void round(Contender contender, double relative, Map<Contender, Timed> timed) {
        Timed one = timed.get(contender);
        try {
            if (one != null) {
                one.round();
            }
        } catch (ContenderFailure e) {
            fails(contender, relative, e);
            timed.remove(contender);
            one.trial.close();
        }
    }

    private void begin(Contender contender, Tolerances tolerances, Map<Contender, Timed> timed) {
        Contender.Trial trial = contender.at(tolerances);
        try {
            double first = trial.run(1);
            if (first > ladder.longestSeconds()) {
                // It is left out from here on; once is enough to tell how long it takes.
                timed.put(contender, new Timed(trial, 0, new ArrayList<>(List.of(first))));
                return;
            }
            int repeats = (int) Math.clamp(Math.ceil(ladder.sampleSeconds() / first), 1, MOST_REPEATS);
            trial.run(repeats);
            timed.put(contender, new Timed(trial, repeats, new ArrayList<>()));
        } catch (ContenderFailure e) {
            fails(contender, tolerances.relative(), e);
            trial.close();
        }
    }

    /// @param repeats a round; none where nothing more is to be timed
    private record Timed(Contender.Trial trial, int repeats, List<Double> seconds) {

        void round() {
            if (repeats > 0) {
                seconds.add(trial.run(repeats));
            }
        }

        Point point(double relative, Reference reference) {
            ErrorMeasure.Error error = reference.measure().of(trial.values(), reference.values());
            double median = Comparison.median(seconds.stream().mapToDouble(Double::doubleValue).toArray());
            return new Point(relative, error.rootMeanSquare(), error.largest(), median, trial.steps());
        }
    }
}
