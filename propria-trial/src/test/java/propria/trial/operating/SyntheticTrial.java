package propria.trial.operating;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import propria.engine.random.Streams;
import propria.trial.course.CourseBank;
import propria.trial.design.CurvePlan;
import propria.trial.design.RescueRule;
import propria.trial.design.TrialDesign;
import propria.trial.file.TrialFile;
import propria.trial.score.clinic.ClinicModel;
import propria.trial.score.clinic.VisitRecorder;

/// Patients made of a few straight lines, so that trials can be tested without a simulator.
final class SyntheticTrial {

    static final VisitRecorder RECORDER = new VisitRecorder(ClinicModel.read(Path.of("..", "library")), 11);

    private SyntheticTrial() {
    }

    /// Colitis that heals a little under placebo and more under cells.
    static CourseBank bank(int draws, int people, double effect) {
        return dosed(draws, people, effect, List.of());
    }

    /// The same with courses of the comparator that is rescued on day 28.
    static CourseBank rescued(int draws, int people, double effect) {
        return courses(draws, people, effect, List.of("placebo", "cells", RescueRule.ARM),
                List.of(0.0, 1.0, Double.NaN));
    }

    /// The same with courses of other doses, whose effect grows in proportion.
    static CourseBank dosed(int draws, int people, double effect, List<Double> doses) {
        List<String> arms = new ArrayList<>(List.of("placebo", "cells"));
        List<Double> factors = new ArrayList<>(List.of(0.0, 1.0));
        doses.forEach(dose -> arms.add(CurvePlan.armAt("cells", dose)));
        factors.addAll(doses);
        return courses(draws, people, effect, arms, factors);
    }

    /// @param factors of the effect by arm; not a number for rescue
    private static CourseBank courses(int draws, int people, double effect, List<String> arms, List<Double> factors) {
        List<Double> times = List.of(0.0, 14.0, 28.0, 56.0, 84.0);
        List<String> covariates = List.of("prior_anti_TNF", "weight");
        CourseBank.Shape shape = new CourseBank.Shape(draws, people, arms, times,
                VisitRecorder.QUANTITIES, covariates);
        Streams streams = new Streams(5);
        List<Double> known = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int d = 0; d < draws; d++) {
            double own = effect * (1 + 0.5 * streams.normal(d, -1, "effect", 0));
            for (int p = 0; p < people; p++) {
                known.add(streams.uniform(d, p, "tnf", 0) < 0.4 ? 1.0 : 0.0);
                known.add(70.0);
                double severity = 2 + 0.4 * streams.normal(d, p, "severity", 0);
                for (double arm : factors) {
                    for (double time : times) {
                        double share = Double.isNaN(arm)
                                ? 0.25 * StrictMath.min(1, time / 56)
                                        + 0.6 * StrictMath.min(1, StrictMath.max(0, time - 28) / 14)
                                : (0.25 + arm * own) * StrictMath.min(1, time / 56);
                        VisitRecorder.QUANTITIES.forEach(id -> values.add(value(id, severity * (1 - share))));
                    }
                }
            }
        }
        return new CourseBank(shape, array(known), array(values));
    }

    private static double value(String id, double activity) {
        return switch (id) {
            case "haematocrit_percent" -> 42;
            case "weight_loss" -> 2;
            case "matrix" -> 1;
            case "fistula" -> 0;
            case "CRP_serum" -> 4 * activity;
            case "calprotectin_stool" -> 300 * activity;
            case "liquid_stools" -> 2 * activity;
            default -> StrictMath.min(2.9, StrictMath.max(0.05, activity));
        };
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// A design from the text of its block, indented by two.
    static TrialDesign design(Path folder, String block) throws IOException {
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, "propria: 1\narms:\n  - {id: placebo}\n  - {id: cells}\ntrial:\n" + block.indent(2));
        return TrialFile.read(file).orElseThrow();
    }

    static final String BLOCK = """
            population: ulcerative-colitis-moderate
            allocation: {placebo: 1, cells: 1}
            patients: 120
            sizes: [60]
            trials: 100
            screening:
              - {score: Mayo, low: 5}
            randomisation: {method: permuted_blocks, block: 2, strata: [prior_anti_TNF]}
            visits:
              - {name: week 4, at: 28 d, window: 2 d}
              - {name: week 8, at: 56 d}
              - {name: week 12, at: 84 d, window: 3 d}
            dropout: {per_week: 0.01, informative: {score: partial_Mayo, unless_lower_by: 1, factor: 2}}
            rescue: {score: partial_Mayo, unless_lower_by: -2, from: 28 d}
            endpoints:
              - {id: response, rule: Mayo_response, at: 84 d}
              - {id: change, change: Mayo, at: 84 d}
              - {id: time, time_to: Mayo_response}
            estimands:
              - {id: primary, endpoint: response, intercurrent: {rescue: composite, dropout: composite}, analysis: cmh}
              - {id: score, endpoint: change, intercurrent: {rescue: hypothetical, dropout: hypothetical}, analysis: mmrm}
              - {id: reach, endpoint: time, intercurrent: {rescue: composite, dropout: treatment_policy}, analysis: weibull}
            """;
}
