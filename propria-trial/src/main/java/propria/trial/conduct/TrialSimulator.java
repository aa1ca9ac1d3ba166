package propria.trial.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import propria.engine.random.Streams;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.trial.course.CourseBank;
import propria.trial.design.Dropout;
import propria.trial.design.PlannedVisit;
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

    private final TrialDesign design;
    private final BankReader bank;
    private final VisitRecorder recorder;
    private final Streams streams;
    private final int[] arms;
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
        this.arms = design.allocation().stream().mapToInt(s -> bank.shape().arms().indexOf(s.arm())).toArray();
        this.strata = design.randomisation().strata().stream().mapToInt(s -> bank.shape().covariates().indexOf(s))
                .toArray();
        for (int i = 0; i < strata.length; i++) {
            if (strata[i] < 0) {
                throw new ProblemException(Problem.error("T209", "patients have no covariate `"
                        + design.randomisation().strata().get(i) + "`",
                        "known: " + String.join(", ", bank.shape().covariates()), "stratify by one of these"));
            }
        }
        for (int arm : arms) {
            if (arm < 0) {
                throw new ProblemException(Problem.error("T201", "the courses lack an arm of the allocation",
                        "they have " + String.join(", ", bank.shape().arms()), "simulate them for this design"));
            }
        }
        this.plausible = IntStream.range(0, bank.shape().draws()).filter(this::plausible).toArray();
        if (plausible.length == 0) {
            throw hardlyAnybody("in no draw do " + FEWEST_PASS * 100 + " % of people pass");
        }
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

    /// The same trial twice.
    ///
    /// @param design as it is
    /// @param alike with every arm following the course of the comparator, so that there is nothing to find
    public record Pair(SimulatedTrial design, SimulatedTrial alike) {
    }

    /// A trial, and the same patients with the same chance where every arm follows the comparator.
    public Pair run(int trial) {
        int draw = plausible[trial % plausible.length];
        Allocation allocation = new Allocation(design.allocation(), design.randomisation(), streams, trial);
        List<SubjectRecord> subjects = new ArrayList<>();
        List<SubjectRecord> alike = new ArrayList<>();
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
            int stratum = stratum(draw, person);
            int arm = allocation.next(subjects.size(), stratum, levels(draw, person));
            SubjectRecord subject = follow(trial, key, draw, person, arm, stratum, false);
            subjects.add(subject);
            alike.add(arm == 0 ? subject : follow(trial, key, draw, person, arm, stratum, true));
        }
        return new Pair(new SimulatedTrial(trial, draw, screened, subjects),
                new SimulatedTrial(trial, draw, screened, alike));
    }

    /// Both outcomes of subjects who pass screening: under the comparator and under an arm, with the same chance.
    ///
    /// @return for each arm of the allocation, the same subjects
    public List<List<SubjectRecord>> bothWays(int draw, int count) {
        List<List<SubjectRecord>> all = new ArrayList<>();
        design.allocation().forEach(_ -> all.add(new ArrayList<>()));
        int key = Integer.MAX_VALUE / 2;
        for (int seen = 0; seen < MOST_SCREENED * count && all.getFirst().size() < count; seen++) {
            int person = seen % bank.people();
            if (passes(recorder.visit(key + seen, draw, person, 0, bank.at(draw, person, arms[0], 0)))) {
                for (int arm = 0; arm < arms.length; arm++) {
                    all.get(arm).add(follow(-1 - draw, key + seen, draw, person, arm, 0, false));
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

    private List<String> levels(int draw, int person) {
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < strata.length; i++) {
            levels.add(design.randomisation().strata().get(i) + "=" + bank.covariate(draw, person, strata[i]));
        }
        return levels;
    }

    /// Strata are yes or no: a covariate of one half or more is yes.
    private int stratum(int draw, int person) {
        int number = 0;
        for (int covariate : strata) {
            number = 2 * number + (bank.covariate(draw, person, covariate) >= 0.5 ? 1 : 0);
        }
        return number;
    }

    private SubjectRecord follow(int trial, int key, int draw, int person, int arm, int stratum, boolean alike) {
        int course = alike ? arms[0] : arms[arm];
        int count = design.visits().size();
        Visit baseline = recorder.visit(key, draw, person, 1, bank.at(draw, person, course, 0));
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
                    * (2 * streams.uniform(trial, key, "day of visit", v) - 1);
            if (left == count && leaves(trial, key, v, (planned.day() - before) / WEEK, baseline, last)) {
                left = v;
            }
            Visit now = recorder.visit(key, draw, person, v + 2, bank.at(draw, person, course, day));
            scores[v + 1] = scores(now);
            rules[v] = rules(baseline, now);
            if (rescued == count && v < left && needsRescue(planned.day(), baseline, now)) {
                rescued = v;
            }
            before = planned.day();
            last = now;
        }
        return new SubjectRecord(person, arm, stratum, left, rescued, scores, rules);
    }

    private boolean leaves(int trial, int key, int visit, double weeks, Visit baseline, Visit last) {
        Dropout dropout = design.dropout();
        double hazard = dropout.perWeek();
        if (dropout.informative().isPresent() && visit > 0) {
            Dropout.Informative more = dropout.informative().get();
            if (more.score().of(baseline) - more.score().of(last) < more.by()) {
                hazard *= more.factor();
            }
        }
        return streams.uniform(trial, key, "dropout", visit) < -StrictMath.expm1(-hazard * weeks);
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
