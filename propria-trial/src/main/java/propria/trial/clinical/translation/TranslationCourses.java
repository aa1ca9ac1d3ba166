package propria.trial.clinical.translation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import propria.engine.random.Streams;
import propria.model.problem.SourceLocation;
import propria.study.Population;
import propria.study.SourcedValue;
import propria.study.library.Library;
import propria.study.run.PreparedModel;
import propria.trial.clinical.translation.TranslationPlan.Outcome;
import propria.trial.clinical.translation.TranslationPlan.Question;
import propria.trial.clinical.translation.TranslationPlan.Scan;
import propria.trial.course.CourseBank;
import propria.trial.patient.CoursePlan;
import propria.trial.patient.Donors;
import propria.trial.patient.PatientArm;
import propria.trial.patient.PatientSimulator;
import propria.trial.patient.TargetPopulation;
import propria.trial.patient.TargetPopulationReader;
import propria.trial.patient.Treatment;
import propria.trial.score.Visit;
import propria.trial.score.clinic.ClinicModel;
import propria.trial.score.clinic.Latent;
import propria.trial.score.clinic.VisitBank;
import propria.trial.score.clinic.VisitRecorder;

/// The courses of one question at one value of what is scanned, untreated and treated, and what a clinic makes of them.
///
/// @param value of what is scanned; not a number where nothing is
final class TranslationCourses {

    private static final double DAYS = 7;
    private static final String AMPLITUDE = "placebo_amplitude";
    private static final String AMPLITUDE_SPREAD = "placebo_amplitude_sd";

    private final TranslationPlan plan;
    private final Question question;
    private final VisitBank visits;
    private final VisitRecorder recorder;
    private final Streams streams;
    private final double value;
    private final VisitBank before;

    private TranslationCourses(TranslationPlan plan, Question question, CourseBank bank, ClinicModel clinic,
            double value,
            Optional<VisitBank> before) {
        this.plan = plan;
        this.question = question;
        this.recorder = new VisitRecorder(clinic, plan.seed());
        this.visits = new VisitBank(bank, recorder);
        this.streams = new Streams(plan.seed());
        this.value = value;
        this.before = before.orElse(visits);
    }

    /// One for each value of what is scanned. Where that is a state that something done at the start leaves, the first value is
    /// the state before it, at which patients are seen at baseline.
    static List<TranslationCourses> of(TranslationPlan plan, Question question, Library library, PreparedModel model,
            int threads) {
        TargetPopulation target = TargetPopulationReader.read(library, question.target());
        ClinicModel clinic = ClinicModel.read(library.root());
        List<Treatment> common = question.background().stream().toList();
        List<PatientArm> arms = new ArrayList<>(List.of(new PatientArm("untreated", common)));
        question.treatment().ifPresent(given -> {
            List<Treatment> both = new ArrayList<>(common);
            both.add(given);
            arms.add(new PatientArm("treated", both));
        });
        CoursePlan courses = new CoursePlan(arms, times(question), VisitRecorder.QUANTITIES, 1, plan.patients(),
                Donors.NONE, plan.seed());
        List<Double> values = question.scan().map(Scan::values).orElse(List.of(Double.NaN));
        boolean state = question.scan().filter(Scan::state).isPresent();
        List<TranslationCourses> all = new ArrayList<>();
        for (double value : values) {
            TargetPopulation changed = changed(target, question, value);
            all.add(new TranslationCourses(plan, question,
                    new PatientSimulator(library, model, threads).simulate(changed, courses).bank(), clinic, value,
                    state && !all.isEmpty() ? Optional.of(all.getFirst().visits) : Optional.empty()));
        }
        return all;
    }

    private static List<Double> times(Question question) {
        TreeSet<Double> times = new TreeSet<>(List.of(0.0));
        question.outcomes().forEach(outcome -> times.add(outcome.week() * DAYS));
        return List.copyOf(times);
    }

    private static TargetPopulation changed(TargetPopulation t, Question question, double value) {
        Population p = t.population();
        SequencedMap<String, SourcedValue> parameters = new LinkedHashMap<>(p.parameters());
        SequencedMap<String, SourcedValue> start = new LinkedHashMap<>(t.start());
        question.set().forEach((id, number) -> parameters.put(id, exactly(number)));
        question.scan().ifPresent(scan -> (scan.state() ? start : parameters).put(scan.parameter(), exactly(value)));
        return new TargetPopulation(t.id(), t.name(), t.indication(),
                new Population(p.id(), p.name(), p.species(), p.strain(), p.bodyMass(), parameters, p.initial(),
                        p.equilibrate(), p.betweenSubjects(), p.place()),
                start, t.traits(), t.effects(), t.baseline(), t.correlations());
    }

    private static SourcedValue exactly(double value) {
        return SourcedValue.exactly(value, SourceLocation.of("translation.yaml"));
    }

    /// What is scanned.
    double value() {
        return value;
    }

    /// The share of patients who meet each outcome, of those who pass screening; who left counts as a failure.
    ///
    /// @param treated whether in the treated arm
    /// @param traits that replace those of the target population
    double[] shares(boolean treated, Map<String, Double> traits) {
        int arm = treated ? 1 : 0;
        List<Outcome> outcomes = question.outcomes();
        double[] met = new double[outcomes.size()];
        int entered = 0;
        for (int trial = 0; trial < plan.trials(); trial++) {
            for (int person = 0; person < plan.patients(); person++) {
                Latent start = latent(person, arm, 0, traits);
                if (!passes(recorder.visit(trial, 0, person, 0, start))) {
                    continue;
                }
                entered++;
                Visit baseline = recorder.visit(trial, 0, person, 1, start);
                for (int o = 0; o < met.length; o++) {
                    int time = visits.courses().shape().times().indexOf(outcomes.get(o).week() * DAYS);
                    Visit now = recorder.visit(trial, 0, person, 1 + time, latent(person, arm, time, traits));
                    met[o] += outcomes.get(o).rule().met(baseline, now, outcomes.get(o).reader()) ? 1 : 0;
                }
            }
        }
        for (int o = 0; o < met.length; o++) {
            met[o] = (met[o] + 0.5) / (entered + 1)
                    * StrictMath.exp(-plan.leaving() * outcomes.get(o).week());
        }
        return met;
    }

    /// The mean of each screening score at baseline, of those who enter, and the share who do.
    Map<String, Double> baseline(Map<String, Double> traits) {
        Map<String, Double> sums = new LinkedHashMap<>();
        int entered = 0;
        for (int person = 0; person < plan.patients(); person++) {
            Latent start = latent(person, 0, 0, traits);
            if (passes(recorder.visit(0, 0, person, 0, start))) {
                entered++;
                Visit visit = recorder.visit(0, 0, person, 1, start);
                question.screening().criteria()
                        .forEach(c -> sums.merge(c.score().word(), c.score().of(visit), Double::sum));
            }
        }
        double n = StrictMath.max(1, entered);
        sums.replaceAll((_, sum) -> sum / n);
        sums.put("entered", n / plan.patients());
        return sums;
    }

    private boolean passes(Visit visit) {
        return question.screening().criteria().stream().allMatch(
                c -> c.score().of(visit) >= c.low() && c.score().of(visit) <= c.high());
    }

    private Latent latent(int person, int arm, int time, Map<String, Double> traits) {
        Latent now = (time == 0 ? before : visits).latent(0, person, arm, time);
        double own = traits.getOrDefault(AMPLITUDE_SPREAD, 0.0)
                * streams.normal(0, person, "placebo amplitude", 0);
        return new Latent(now.state(), name -> {
            Double other = traits.get(name);
            return other == null ? now.has(name) : name.equals(AMPLITUDE) ? other + own : other;
        }, now.days());
    }
}
