package propria.trial.clinical.mechanism;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import propria.study.library.Library;
import propria.study.run.PreparedModel;
import propria.trial.clinical.mechanism.MechanismPlan.Arm;
import propria.trial.clinical.mechanism.MechanismPlan.Question;
import propria.trial.course.CourseBank;
import propria.trial.patient.CoursePlan;
import propria.trial.patient.Donors;
import propria.trial.patient.PatientArm;
import propria.trial.patient.PatientSimulator;
import propria.trial.patient.TargetPopulation;
import propria.trial.patient.TargetPopulationReader;
import propria.trial.patient.Treatment;
import propria.trial.score.ClinicalRule;
import propria.trial.score.Endoscopy;
import propria.trial.score.Visit;
import propria.trial.score.clinic.ClinicModel;
import propria.trial.score.clinic.VisitBank;
import propria.trial.score.clinic.VisitRecorder;

/// How a treatment changes the odds of a response in mechanistic patients, against no treatment of the same people. A rule
/// that nobody meets, or everybody, in both arms says nothing; it stays in the table and is not used.
///
/// @param group indication
/// @param agent product
/// @param rule of response
/// @param week when [weeks]
/// @param cells in all; 0 for what is not counted in cells
/// @param untreated share of responders without treatment, over all draws
/// @param treated share of responders with it
/// @param patients how many, over all draws
public record MechanisticEffect(String group, String agent, String rule, double week, double cells, double untreated,
        double treated, int patients) {

    private static final double DAYS = 7;
    private static final int READINGS = 4;

    /// Simulates all questions, each treatment once: answers that a stopped run has left in the folder are taken from there.
    ///
    /// @param folder where answers are kept until [#forget]
    public static List<MechanisticEffect> of(MechanismPlan plan, Library library, PreparedModel model, int threads,
            Path folder) {
        KeptAnswers kept = KeptAnswers.of(folder, library.root(), plan);
        int number = 0;
        List<MechanisticEffect> effects = new ArrayList<>();
        for (Question question : plan.questions()) {
            TargetPopulation target = TargetPopulationReader.read(library, question.target());
            for (Arm arm : question.arms()) {
                effects.addAll(kept.answers(number,
                        () -> of(plan, question, arm, target, library, model, threads)));
                number++;
            }
        }
        return effects;
    }

    /// Removes the answers that [#of] has kept in a folder.
    public static void forget(Path folder) {
        KeptAnswers.forget(folder);
    }

    private static List<MechanisticEffect> of(MechanismPlan plan, Question question, Arm arm, TargetPopulation target,
            Library library, PreparedModel model, int threads) {
        List<Treatment> both = new ArrayList<>(arm.background());
        both.add(arm.treatment());
        List<Double> times = new ArrayList<>(List.of(0.0));
        question.weeks().forEach(week -> times.add(week * DAYS));
        CoursePlan courses = new CoursePlan(
                List.of(new PatientArm("untreated", arm.background()), new PatientArm(arm.agent(), both)), times,
                VisitRecorder.QUANTITIES, plan.draws(), plan.patients(), Donors.NONE, plan.seed());
        VisitBank visits = new VisitBank(new PatientSimulator(library, model, threads).simulate(target, courses).bank(),
                new VisitRecorder(ClinicModel.read(library.root()), plan.seed()));
        List<MechanisticEffect> effects = new ArrayList<>();
        for (ClinicalRule rule : question.rules()) {
            for (int w = 0; w < question.weeks().size(); w++) {
                effects.add(new MechanisticEffect(question.group(), arm.agent(), rule.word(), question.weeks().get(w),
                        arm.cells(), share(visits, 0, w + 1, rule), share(visits, 1, w + 1, rule),
                        READINGS * plan.draws() * plan.patients()));
            }
        }
        return effects;
    }

    /// The share of patients of all draws, each read several times with other noise, who meet a rule.
    private static double share(VisitBank visits, int arm, int time, ClinicalRule rule) {
        CourseBank.Shape shape = visits.courses().shape();
        long met = IntStream.range(0, READINGS * shape.patients()).filter(place -> {
            int trial = place / shape.patients();
            int draw = place % shape.patients() / shape.patientsPerDraw();
            int patient = place % shape.patientsPerDraw();
            Visit start = visits.visit(trial, draw, patient, 0, 0);
            return rule.met(start, visits.visit(trial, draw, patient, arm, time), Endoscopy.Reader.CENTRAL);
        }).count();
        return met / (double) (READINGS * shape.patients());
    }

    /// The log odds ratio, half a patient added to each cell.
    public double logOddsRatio() {
        return logit(treated) - logit(untreated);
    }

    private double logit(double share) {
        double count = share * patients;
        return StrictMath.log((count + 0.5) / (patients - count + 0.5));
    }

    /// Whether the rule tells the arms apart at all.
    public boolean isInformative() {
        return untreated + treated > 0 && untreated + treated < 2;
    }

    /// The effects as tab-separated text.
    public static String table(List<MechanisticEffect> effects) {
        StringBuilder text = new StringBuilder(
                "group\tagent\trule\tweek\tcells\tuntreated\ttreated\tpatients\tlog_odds_ratio\n");
        for (MechanisticEffect effect : effects) {
            text.append(Stream.of(effect.group, effect.agent, effect.rule, plain(effect.week),
                    effect.cells > 0 ? String.format(Locale.ROOT, "%.3e", effect.cells) : "", plain(effect.untreated),
                    plain(effect.treated), Integer.toString(effect.patients),
                    effect.isInformative() ? plain(effect.logOddsRatio()) : "")
                    .collect(java.util.stream.Collectors.joining("\t"))).append('\n');
        }
        return text.toString();
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
