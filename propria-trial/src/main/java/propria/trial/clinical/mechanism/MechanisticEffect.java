package propria.trial.clinical.mechanism;

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
/// @param untreated share of responders without treatment, over all draws
/// @param treated share of responders with it
/// @param patients how many, over all draws
public record MechanisticEffect(String group, String agent, String rule, double week, double untreated, double treated,
        int patients) {

    private static final double DAYS = 7;

    /// Simulates all questions.
    public static List<MechanisticEffect> of(MechanismPlan plan, Library library, PreparedModel model, int threads) {
        List<MechanisticEffect> effects = new ArrayList<>();
        for (Question question : plan.questions()) {
            TargetPopulation target = TargetPopulationReader.read(library, question.target());
            List<PatientArm> arms = new ArrayList<>();
            arms.add(new PatientArm("untreated", List.of()));
            question.arms().forEach(arm -> arms.add(new PatientArm(arm.agent(), List.of(arm.treatment()))));
            CoursePlan courses = new CoursePlan(arms, List.of(0.0, question.week() * DAYS), VisitRecorder.QUANTITIES,
                    plan.draws(), plan.patients(), Donors.NONE, plan.seed());
            CourseBank bank = new PatientSimulator(library, model, threads).simulate(target, courses).bank();
            VisitBank visits = new VisitBank(bank,
                    new VisitRecorder(ClinicModel.read(library.root()), plan.seed()));
            for (ClinicalRule rule : question.rules()) {
                double untreated = share(visits, 0, rule);
                for (int a = 0; a < question.arms().size(); a++) {
                    Arm arm = question.arms().get(a);
                    effects.add(new MechanisticEffect(question.group(), arm.agent(), rule.word(), question.week(),
                            untreated, share(visits, a + 1, rule), bank.shape().patients()));
                }
            }
        }
        return effects;
    }

    private static double share(VisitBank visits, int arm, ClinicalRule rule) {
        CourseBank.Shape shape = visits.courses().shape();
        long met = IntStream.range(0, shape.patients()).filter(person -> {
            int draw = person / shape.patientsPerDraw();
            int patient = person % shape.patientsPerDraw();
            Visit start = visits.visit(0, draw, patient, arm, 0);
            return rule.met(start, visits.visit(0, draw, patient, arm, 1), Endoscopy.Reader.CENTRAL);
        }).count();
        return met / (double) shape.patients();
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
                "group\tagent\trule\tweek\tuntreated\ttreated\tpatients\tlog_odds_ratio\n");
        for (MechanisticEffect effect : effects) {
            text.append(Stream.of(effect.group, effect.agent, effect.rule, plain(effect.week), plain(effect.untreated),
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
