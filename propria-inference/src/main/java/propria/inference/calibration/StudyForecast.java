package propria.inference.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.inference.design.ArmDesign;
import propria.inference.design.ArmDesign.Dosing;
import propria.inference.design.ArmDesign.Exposure;
import propria.inference.design.Courses;
import propria.inference.design.RowDesign;
import propria.inference.design.RowDesign.Contrast;
import propria.inference.design.RowDesign.Group;
import propria.inference.design.Traits;
import propria.inference.prediction.Draw;
import propria.inference.prediction.Predictor;
import propria.inference.prediction.Rival;
import propria.inference.prediction.RowPrediction.Direction;
import propria.inference.prediction.RowPrediction.Value;
import propria.inference.table.EvidenceRow;
import propria.inference.vocabulary.OutcomeTerm;
import propria.inference.vocabulary.Vocabulary.LossTerm;
import propria.model.problem.SourceLocation;
import propria.study.Arm;
import propria.study.Endpoint;
import propria.study.Regimen;
import propria.study.Study;

/// What a laboratory that makes a study would find at one of its endpoints, as the calibration has it: with the difference
/// between laboratories, which a run of the study does not contain.
///
/// @param endpoint compares a treated arm with its control
/// @param expected the difference; empty where the calibration cannot say
/// @param refusal why it cannot
public record StudyForecast(Endpoint endpoint, Optional<Expected> expected, String refusal) {

    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final SourceLocation NOWHERE = SourceLocation.of("study");

    /// What is expected.
    ///
    /// @param quantiles the 5, 25, 50, 75 and 95 % quantiles of the difference between the means of the arms, in standard
    ///        deviations between animals [-]; above zero where the treated arm is higher
    /// @param lower the probability that the study shows the treated arm lower
    /// @param equal that it shows no difference
    /// @param higher that it shows it higher
    public record Expected(List<Double> quantiles, double lower, double equal, double higher) {
        public Expected {
            quantiles = List.copyOf(quantiles);
        }
    }

    /// Forecasts every comparison of a study.
    ///
    /// @param threads how many draws are simulated at once
    public static List<StudyForecast> of(Study study, Calibration calibration, int threads)
            throws InterruptedException {
        List<Endpoint> compared = study.endpoints().stream().filter(e -> e.comparison().isPresent()).toList();
        List<Optional<RowDesign>> designs = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Endpoint endpoint : compared) {
            String refusal = refusal(study, endpoint, calibration);
            refusals.add(refusal);
            designs.add(
                    refusal.isEmpty() ? Optional.of(design(study, endpoint, calibration, false)) : Optional.empty());
        }
        List<RowDesign> possible = designs.stream().flatMap(Optional::stream).toList();
        Optional<List<String>> learned = calibration.learned();
        if (possible.isEmpty() || learned.isEmpty()) {
            return refused(compared, refusals);
        }
        List<Draw> draws = calibration.draws();
        Courses courses = new Courses(calibration.library(), Predictor.quantities(calibration.words()), possible);
        DrawnCourses ensemble = DrawnCourses.simulate(courses, draws, threads, _ -> {
        });
        Predictor.Trained trained = new Predictor(calibration.words(), ensemble.courses(), ensemble.draws())
                .trained(learned.get());
        List<StudyForecast> forecasts = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            Endpoint endpoint = compared.get(i);
            forecasts.add(new StudyForecast(endpoint,
                    designs.get(i).map(d -> expected(trained, d, design(study, endpoint, calibration, true))),
                    refusals.get(i)));
        }
        return forecasts;
    }

    private static List<StudyForecast> refused(List<Endpoint> compared, List<String> refusals) {
        List<StudyForecast> all = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            String why = refusals.get(i).isEmpty() ? "nothing was learned beside the parameters" : refusals.get(i);
            all.add(new StudyForecast(compared.get(i), Optional.empty(), why));
        }
        return all;
    }

    private static Expected expected(Predictor.Trained trained, RowDesign number, RowDesign direction) {
        var distribution = ((Value) trained.predict(number, Rival.MODEL)).distribution();
        Direction shown = (Direction) trained.predict(direction, Rival.MODEL);
        List<Double> quantiles = java.util.Arrays.stream(LEVELS).map(distribution::quantile).boxed().toList();
        return new Expected(quantiles, shown.lower(), shown.equal(), shown.higher());
    }

    private static String refusal(Study study, Endpoint endpoint, Calibration calibration) {
        Optional<OutcomeTerm> outcome = calibration.words().outcomes().of(endpoint.observable().id());
        if (outcome.isEmpty()) {
            return "the calibration knows no outcome `" + endpoint.observable().id() + "`";
        }
        if (!outcome.get().isSupported()) {
            return outcome.get().refusal();
        }
        for (String id : List.of(treated(endpoint), control(endpoint))) {
            Arm arm = study.arms().get(study.armIndex(id));
            if (arm.regimens().size() > 1) {
                return "an arm is given several products";
            }
            if (arm.regimens().stream().anyMatch(r -> r.over() > 0)) {
                return "a dose takes time";
            }
        }
        return study.arms().get(study.armIndex(treated(endpoint))).regimens().isEmpty()
                ? "no arm of it is treated"
                : "";
    }

    private static String treated(Endpoint endpoint) {
        return endpoint.comparison().orElseThrow().treated();
    }

    private static String control(Endpoint endpoint) {
        return endpoint.comparison().orElseThrow().control();
    }

    private static RowDesign design(Study study, Endpoint endpoint, Calibration calibration, boolean direction) {
        Arm treated = study.arms().get(study.armIndex(treated(endpoint)));
        Arm control = study.arms().get(study.armIndex(control(endpoint)));
        OutcomeTerm outcome = calibration.words().outcomes().of(endpoint.observable().id()).orElseThrow();
        EvidenceRow row = new EvidenceRow(1, study.id(), "", "", "", treated.id(), "", "", "",
                new EvidenceRow.Dose("", ""), "", "", OptionalDouble.of(study.perArm()), endpoint.observable().id(),
                Double.toString(endpoint.at()), OptionalDouble.empty(), OptionalDouble.empty(),
                direction ? "direction_only" : "SD", direction ? control.id() : "SMD", "seen", NOWHERE);
        Contrast contrast = new Contrast(design(study, treated), design(study, control), endpoint.at(), endpoint.at(),
                traits(study, treated, calibration), traits(study, control, calibration));
        return new RowDesign(row, outcome, Group.TREATED, List.of(contrast), contrast.traits().lost(),
                !control.regimens().isEmpty(), Map.of());
    }

    private static Traits traits(Study study, Arm arm, Calibration calibration) {
        if (arm.regimens().isEmpty()) {
            return Traits.NONE;
        }
        Regimen regimen = arm.regimens().getFirst();
        String name = (regimen.product().id() + " " + regimen.product().name()).replace('_', ' ');
        String insults = arm.insultFree()
                ? ""
                : study.phases().stream().flatMap(phase -> phase.exposures().stream()).map(e -> e.insult().id())
                        .findFirst().orElse("");
        double begin = study.phases().stream().filter(phase -> !phase.exposures().isEmpty())
                .mapToDouble(phase -> phase.from()).min().orElse(0);
        double late = calibration.words().insults().of(insults.replace('_', ' '))
                .map(term -> Traits.late(regimen.at().getFirst() - begin, term.treat())).orElse(0.0);
        return new Traits(calibration.words().losses().of(name).filter(LossTerm::lost).isPresent(),
                regimen.route().id().equals("intravenous") && regimen.product().doseUnit().equals("cells"),
                calibration.words().preconditioning().of(name).isPresent(), late);
    }

    private static ArmDesign design(Study study, Arm arm) {
        List<Exposure> exposures = arm.insultFree()
                ? List.of()
                : study.phases().stream().flatMap(phase -> phase.exposures().stream()
                        .map(e -> new Exposure(e.insult().id(), e.value(), phase.from(), phase.to()))).toList();
        return new ArmDesign(arm.population().id(), exposures, arm.regimens().stream().findFirst().map(r -> dosing(r)));
    }

    private static Dosing dosing(Regimen regimen) {
        return new Dosing(regimen.product().id(), regimen.amount().value(), regimen.amount().unit(),
                regimen.route().id(), regimen.at(), Map.of());
    }
}
