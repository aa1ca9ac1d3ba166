package propria.trial.run;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import propria.study.Arm;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.quantity.Quantity;
import propria.study.run.PreparedModel;
import propria.trial.course.CourseBank;
import propria.trial.design.CurvePlan;
import propria.trial.design.PlannedVisit;
import propria.trial.design.RescueRule;
import propria.trial.design.TrialDesign;
import propria.trial.design.VarianceComponents;
import propria.trial.patient.CourseKeeper;
import propria.trial.patient.CoursePlan;
import propria.trial.patient.Donors;
import propria.trial.patient.PatientArm;
import propria.trial.patient.PatientSimulator;
import propria.trial.patient.PatientSource;
import propria.trial.patient.TargetPopulation;
import propria.trial.patient.TargetPopulationReader;
import propria.trial.patient.Treatment;
import propria.trial.score.clinic.VisitRecorder;

/// Simulates the patients of a trial.
///
/// @param simulator of the model that the study names
/// @param target whom they are like
/// @param seed of the random streams
public record TrialBanks(Study study, TrialDesign design, PatientSimulator simulator, TargetPopulation target,
        long seed) {

    /// Courses with a name.
    ///
    /// @param typical whether every parameter stands at its value
    public record Named(String name, boolean typical, CourseBank bank, int failed) {
    }

    /// For a study.
    static TrialBanks of(Study study, TrialDesign design, Library library, long seed, int threads) {
        return new TrialBanks(study, design,
                new PatientSimulator(library, PreparedModel.read(study.files()), threads),
                TargetPopulationReader.read(library, design.population()), seed);
    }

    /// How many people both have together.
    int people() {
        return design.bank().typicalPatients() + design.bank().draws() * design.bank().patientsPerDraw();
    }

    /// The courses of people with every parameter at its value.
    Named typical(CourseKeeper keeper) {
        return simulated("typical", true, 1, design.bank().typicalPatients(), keeper);
    }

    /// The courses over beliefs about parameters.
    Named uncertain(CourseKeeper keeper) {
        return simulated("prior", false, design.bank().draws(), design.bank().patientsPerDraw(), keeper);
    }

    private Named simulated(String name, boolean typical, int draws, int people, CourseKeeper keeper) {
        PatientSimulator.Courses courses = simulator.simulate(target, plan(draws, people), PatientSource.POPULATION,
                keeper);
        return new Named(name, typical, courses.bank(), courses.failed());
    }

    private CoursePlan plan(int draws, int people) {
        return new CoursePlan(arms(), times(), VisitRecorder.QUANTITIES, draws, people, donors(), seed);
    }

    /// Which courses a bank has.
    CoursePlan plan(boolean typical) {
        return typical
                ? plan(1, design.bank().typicalPatients())
                : plan(design.bank().draws(), design.bank().patientsPerDraw());
    }

    private Donors donors() {
        VarianceComponents shared = design.components();
        return new Donors(shared.donors(), shared.lots(), shared.donorSpread(), shared.lotSpread());
    }

    /// Every day on which a visit may fall at the earliest, the latest, and as planned.
    private List<Double> times() {
        TreeSet<Double> times = new TreeSet<>(List.of(0.0));
        for (PlannedVisit visit : design.visits()) {
            times.add(StrictMath.max(0, visit.day() - visit.window()));
            times.add(visit.day());
            times.add(visit.day() + visit.window());
        }
        return List.copyOf(times);
    }

    /// Products that the comparator is given, too: they are no part of the dose.
    private List<String> common() {
        return common(study, design);
    }

    /// Products that the comparator is given.
    static List<String> common(Study study, TrialDesign design) {
        return study.arms().get(study.armIndex(design.allocation().getFirst().arm())).regimens().stream()
                .map(r -> r.product().id()).toList();
    }

    private static PatientArm at(Arm arm, double dose, List<String> common) {
        return new PatientArm(CurvePlan.armAt(arm.id(), dose), arm.regimens().stream()
                .map(r -> new Treatment(r.product().id(),
                        new Quantity(r.amount().value() * (common.contains(r.product().id()) ? 1 : dose),
                                r.amount().unit(),
                                r.amount().place()).toString(),
                        r.route().id(), r.at(), r.over()))
                .toList());
    }

    /// The comparator with rescue from the first day on which there is any.
    private static PatientArm rescue(RescueRule rule, RescueRule.Treatment given, PatientArm comparator) {
        List<Treatment> treatments = new ArrayList<>(comparator.treatments());
        treatments.add(new Treatment(given.product(), given.amount(), given.route(),
                given.at().stream().map(day -> day + rule.from()).toList(), 0));
        return new PatientArm(RescueRule.ARM, treatments);
    }

    private List<PatientArm> arms() {
        List<PatientArm> arms = new ArrayList<>();
        for (TrialDesign.Share share : design.allocation()) {
            Arm arm = study.arms().get(study.armIndex(share.arm()));
            arms.add(at(arm, 1, List.of()));
        }
        for (double dose : design.curves().doses()) {
            for (TrialDesign.Share share : design.allocation().subList(1, design.allocation().size())) {
                arms.add(at(study.arms().get(study.armIndex(share.arm())), dose, common()));
            }
        }
        design.rescue().ifPresent(rule -> rule.treatment().ifPresent(t -> arms.add(rescue(rule, t, arms.getFirst()))));
        return arms;
    }
}
