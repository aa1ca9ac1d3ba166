package propria.trial.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
import propria.trial.patient.PatientSpace;
import propria.trial.patient.TargetPopulation;
import propria.trial.patient.TargetPopulationReader;
import propria.trial.patient.Treatment;
import propria.trial.patient.cohort.Cohort;
import propria.trial.patient.cohort.CohortMethod;
import propria.trial.patient.cohort.CohortSource;
import propria.trial.patient.cohort.KeptCohorts;
import propria.trial.score.clinic.ClinicModel;
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
    /// @param cohorts who was chosen, by draw; none where people are as the population has them
    public record Named(String name, boolean typical, CourseBank bank, int failed, SortedMap<Integer, Cohort> cohorts) {
    }

    /// For a study.
    static TrialBanks of(Study study, TrialDesign design, Library library, long seed, int threads) {
        return new TrialBanks(study, design,
                new PatientSimulator(library, PreparedModel.read(study.files()), threads),
                TargetPopulationReader.read(library, design.population()), seed);
    }

    /// How many people both have together.
    int people() {
        return (int) design.bank().people();
    }

    /// How many draws have people who are chosen, of both.
    int cohorts() {
        return design.bank().cohort().isPresent() ? 1 + design.bank().draws() : 0;
    }

    /// Chooses people where the study asks for a cohort.
    ///
    /// @param keeper whose places are draws
    Optional<KeptCohorts> cohorts(CourseKeeper keeper) {
        return design.bank().cohort().map(word -> new KeptCohorts(new CohortSource(CohortMethod.named(word),
                ClinicModel.read(simulator.library().root()), simulator.threads()), keeper));
    }

    /// Who is simulated, by draw; none in a draw whose people are as the population has them.
    List<List<double[]>> people(boolean typical, PatientSource source) {
        PatientSpace space = space(typical);
        return IntStream.range(0, space.plan().draws()).mapToObj(d -> source.patients(space, space.draw(d))).toList();
    }

    /// All people whom a bank may have.
    PatientSpace space(boolean typical) {
        return new PatientSpace(simulator.library(), simulator.prepared(), target, plan(typical));
    }

    /// The courses of people with every parameter at its value, or over beliefs about parameters.
    Named simulated(boolean typical, Optional<KeptCohorts> cohorts, CourseKeeper keeper) {
        PatientSource source = cohorts.<PatientSource>map(c -> c).orElse(PatientSource.POPULATION);
        PatientSimulator.Courses courses = simulator.simulate(target, plan(typical), source, keeper);
        return new Named(typical ? TrialReread.TYPICAL : TrialReread.PRIOR, typical, courses.bank(), courses.failed(),
                cohorts.map(KeptCohorts::made).orElse(Collections.emptySortedMap()));
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
