package propria.trial.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import propria.engine.random.Streams;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.trial.course.CourseBank;
import propria.trial.design.CurvePlan;
import propria.trial.design.Dropout;
import propria.trial.design.PlannedVisit;
import propria.trial.design.RescueRule;
import propria.trial.design.Screening;
import propria.trial.design.TrialDesign;
import propria.trial.score.ClinicalRule;
import propria.trial.score.ClinicalScore;
import propria.trial.score.Endoscopy;
import propria.trial.score.Visit;
import propria.trial.score.clinic.VisitRecorder;

/// Carries out trials on a bank of courses. One trial believes one draw; its patients are taken from those of the draw with
/// replacement, and read with noise of their own. Chance is named by seed, trial and subject: the same bits on any number of
/// threads. Safe to share between threads.
public final class TrialSimulator {

    /// More subjects than this cannot be told apart in one trial.
    public static final int MOST_SUBJECTS = 4096;

    private static final int MOST_SCREENED = 60;
    private static final int PILOTS = 200;
    private static final double FEWEST_PASS = 0.05;
    private static final double WEEK = 7;
    private static final String CENTRE = "centre";

    private final TrialDesign design;
    private final BankReader bank;
    private final VisitRecorder recorder;
    private final Streams streams;
    private final SharedEffects shared;
    private final int[] arms;
    private final int[][] doses;
    private final int rescue;
    private final int[] strata;
    private final int[] plausible;

    /// @param recorder what a clinic writes down
    /// @param seed of the random streams
    /// @throws ProblemException T201 when the bank lacks an arm, T209 when it lacks a covariate
    public TrialSimulator(TrialDesign design, CourseBank bank, VisitRecorder recorder, long seed) {
        this.design = design;
        this.bank = new BankReader(bank);
        this.recorder = recorder;
        this.streams = new Streams(seed);
        this.shared = new SharedEffects(design.components(), streams);
        this.arms = courses(bank, 1);
        this.doses = design.curves().doses().stream().map(dose -> courses(bank, dose)).toArray(int[][]::new);
        this.rescue = bank.shape().arms().indexOf(RescueRule.ARM);
        this.strata = design.randomisation().strata().stream().mapToInt(s -> bank.shape().covariates().indexOf(s))
                .toArray();
        for (int i = 0; i < strata.length; i++) {
            if (strata[i] < 0 && !design.randomisation().strata().get(i).equals(CENTRE)) {
                throw new ProblemException(Problem.error("T209", "patients have no covariate `"
                        + design.randomisation().strata().get(i) + "`",
                        "known: " + CENTRE + ", " + String.join(", ", bank.shape().covariates()),
                        "stratify by one of these"));
            }
        }
        this.plausible = IntStream.range(0, bank.shape().draws()).filter(this::plausible).toArray();
        if (plausible.length == 0) {
            throw hardlyAnybody("in no draw do " + FEWEST_PASS * 100 + " % of people pass");
        }
    }

    /// The places of the courses of all arms at a multiple of the dose.
    private int[] courses(CourseBank bank, double dose) {
        int[] places = new int[design.allocation().size()];
        for (int arm = 0; arm < places.length; arm++) {
            String name = design.allocation().get(arm).arm();
            places[arm] = bank.shape().arms().indexOf(arm == 0 ? name : CurvePlan.armAt(name, dose));
            if (places[arm] < 0) {
                throw new ProblemException(Problem.error("T201", "the courses lack an arm of the allocation",
                        "they have " + String.join(", ", bank.shape().arms()), "simulate them for this design"));
            }
        }
        return places;
    }

    /// A draw whose people hardly ever pass screening does not describe the population that the trial wants.
    private boolean plausible(int draw) {
        int passed = 0;
        for (int i = 0; i < PILOTS; i++) {
            int person = i % bank.people();
            if (passes(recorder.visit(Integer.MAX_VALUE / 4 + i, draw, person, 0, bank.at(draw, person, arms[0], 0)))) {
                passed++;
            }
        }
        return passed >= FEWEST_PASS * PILOTS;
    }

    private static ProblemException hardlyAnybody(String why) {
        return new ProblemException(Problem.error("T210", "hardly anybody passes screening", why,
                "widen the criteria, or take another population"));
    }

    /// The draws in which enough people pass screening; trials take turns in these, and the others are left out.
    public int[] plausibleDraws() {
        return plausible.clone();
    }

    /// The design.
    public TrialDesign design() {
        return design;
    }

    /// The same trial several times.
    ///
    /// @param design as it is
    /// @param alike with every arm following the course of the comparator, so that there is nothing to find
    /// @param doses with other doses, in the order of the curves of the design; empty when they were not wanted
    public record Pair(SimulatedTrial design, SimulatedTrial alike, List<SimulatedTrial> doses) {
        public Pair {
            doses = List.copyOf(doses);
        }
    }

    /// A trial, and the same patients with the same chance where every arm follows the comparator.
    public Pair run(int trial) {
        return run(trial, false);
    }

    /// A trial, the same without effects and, when wanted, with other doses.
    public Pair run(int trial, boolean withDoses) {
        int draw = plausible[trial % plausible.length];
        Allocation allocation = new Allocation(design.allocation(), design.randomisation(), streams, trial);
        List<SubjectRecord> subjects = new ArrayList<>();
        List<SubjectRecord> alike = new ArrayList<>();
        List<List<SubjectRecord>> other = new ArrayList<>();
        IntStream.range(0, withDoses ? doses.length : 0).forEach(_ -> other.add(new ArrayList<>()));
        int screened = 0;
        while (subjects.size() < design.patients()) {
            if (screened > MOST_SCREENED * design.patients()) {
                throw hardlyAnybody(screened + " were seen for " + subjects.size() + " who entered");
            }
            int person = (int) (streams.uniform(trial, screened, "candidate", 0) * bank.people());
            int key = trial * MOST_SUBJECTS + screened % MOST_SUBJECTS + screened / MOST_SUBJECTS * 7919;
            screened++;
            if (!passes(recorder.visit(key, draw, person, 0, bank.at(draw, person, arms[0], 0)))) {
                continue;
            }
            int centre = shared.centre(trial, key);
            int stratum = stratum(draw, person, centre);
            int arm = allocation.next(subjects.size(), stratum, levels(draw, person, centre));
            Place place = new Place(trial, key, draw, person, arm, stratum, centre);
            SubjectRecord subject = follow(place, arms[arm]);
            subjects.add(subject);
            alike.add(arm == 0 ? subject : follow(place, arms[0]));
            for (int d = 0; d < other.size(); d++) {
                other.get(d).add(arm == 0 ? subject : follow(place, doses[d][arm]));
            }
        }
        int seen = screened;
        return new Pair(new SimulatedTrial(trial, draw, screened, subjects),
                new SimulatedTrial(trial, draw, screened, alike),
                other.stream().map(o -> new SimulatedTrial(trial, draw, seen, o)).toList());
    }

    /// Who a subject is, and where.
    private record Place(int trial, int key, int draw, int person, int arm, int stratum, int centre) {
    }

    /// Both outcomes of subjects who pass screening: under the comparator and under an arm, with the same chance; each at a
    /// centre of its own.
    ///
    /// @return for each arm of the allocation, the same subjects; none in a draw that is left out
    public List<List<SubjectRecord>> bothWays(int draw, int count) {
        List<List<SubjectRecord>> all = new ArrayList<>();
        design.allocation().forEach(_ -> all.add(new ArrayList<>()));
        if (IntStream.of(plausible).noneMatch(d -> d == draw)) {
            return all;
        }
        int key = Integer.MAX_VALUE / 2;
        for (int seen = 0; seen < MOST_SCREENED * count && all.getFirst().size() < count; seen++) {
            int person = seen % bank.people();
            if (passes(recorder.visit(key + seen, draw, person, 0, bank.at(draw, person, arms[0], 0)))) {
                for (int arm = 0; arm < arms.length; arm++) {
                    all.get(arm).add(follow(new Place(-1 - draw, key + seen, draw, person, arm, 0, seen), arms[arm]));
                }
            }
        }
        return all;
    }

    private boolean passes(Visit visit) {
        for (Screening.Criterion c : design.screening().criteria()) {
            double value = c.score().of(visit);
            if (!(value >= c.low()) || value > c.high()) {
                return false;
            }
        }
        return true;
    }

    private List<String> levels(int draw, int person, int centre) {
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < strata.length; i++) {
            levels.add(design.randomisation().strata().get(i) + "="
                    + (strata[i] < 0 ? centre : bank.covariate(draw, person, strata[i])));
        }
        return levels;
    }

    /// Strata are yes or no: a covariate of one half or more is yes. The centre has as many levels as there are centres.
    private int stratum(int draw, int person, int centre) {
        int number = 0;
        for (int covariate : strata) {
            number = covariate < 0
                    ? design.components().centres() * number + centre
                    : 2 * number + (bank.covariate(draw, person, covariate) >= 0.5 ? 1 : 0);
        }
        return number;
    }

    /// Follows a subject on courses of the bank.
    private SubjectRecord follow(Place p, int course) {
        int count = design.visits().size();
        BankReader.Course own = new BankReader.Course(p.draw(), p.person(), course, arms[0],
                shared.skill(p.trial(), p.centre()), shared.symptomShift(p.trial(), p.centre()), rescue,
                design.rescue().map(RescueRule::from).orElse(0.0), Double.POSITIVE_INFINITY);
        Visit baseline = recorder.visit(p.key(), p.draw(), p.person(), 1, bank.at(own, 0));
        float[][] scores = new float[count + 1][];
        long[] rules = new long[count];
        scores[0] = scores(baseline);
        int left = count;
        int rescued = count;
        double before = 0;
        Visit last = baseline;
        for (int v = 0; v < count; v++) {
            PlannedVisit planned = design.visits().get(v);
            double day = planned.day() + planned.window()
                    * (2 * streams.uniform(p.trial(), p.key(), "day of visit", v) - 1);
            if (left == count && leaves(p, v, (planned.day() - before) / WEEK, baseline, last)) {
                left = v;
            }
            Visit now = recorder.visit(p.key(), p.draw(), p.person(), v + 2, bank.at(own, day));
            scores[v + 1] = scores(now);
            rules[v] = rules(baseline, now);
            if (rescued == count && v < left && needsRescue(planned.day(), baseline, now)) {
                rescued = v;
                own = own.rescued(day);
            }
            before = planned.day();
            last = now;
        }
        return new SubjectRecord(p.person(), p.arm(), p.stratum(), p.centre(), shared.lot(bank, p.draw(), p.person()),
                left, rescued, scores, rules);
    }

    private boolean leaves(Place p, int visit, double weeks, Visit baseline, Visit last) {
        Dropout dropout = design.dropout();
        double hazard = dropout.perWeek();
        if (dropout.informative().isPresent() && visit > 0) {
            Dropout.Informative more = dropout.informative().get();
            if (more.score().of(baseline) - more.score().of(last) < more.by()) {
                hazard *= more.factor();
            }
        }
        return streams.uniform(p.trial(), p.key(), "dropout", visit) < -StrictMath.expm1(-hazard * weeks);
    }

    private boolean needsRescue(double day, Visit baseline, Visit now) {
        return design.rescue().filter(r -> day >= r.from()
                && r.score().of(baseline) - r.score().of(now) < r.by()).isPresent();
    }

    private static float[] scores(Visit visit) {
        ClinicalScore[] all = ClinicalScore.values();
        float[] scores = new float[all.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) all[i].of(visit);
        }
        return scores;
    }

    private static long rules(Visit baseline, Visit now) {
        long bits = 0;
        for (ClinicalRule rule : ClinicalRule.values()) {
            for (Endoscopy.Reader reader : Endoscopy.Reader.values()) {
                if (rule.met(baseline, now, reader)) {
                    bits |= 1L << SubjectRecord.bit(rule, reader);
                }
            }
        }
        return bits;
    }
}
