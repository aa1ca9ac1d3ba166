package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import propria.engine.Method;
import propria.engine.ScheduledChange;
import propria.engine.ScheduledChange.Bolus;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.simulate.Simulator;
import propria.engine.system.EquationSystem;

/// What must hold of the gut whatever its parameters are.
class GutConditionsTest {

    private static final List<Double> MONTH = IntStream.rangeClosed(0, 60).mapToObj(i -> i / 2.0).toList();
    private static final List<String> ENDPOINTS = List.of("body_weight", "DAI", "colon_length", "histology", "MPO",
            "FITC_dextran", "LCN2", "TNF", "IL6", "IL10", "neutrophils", "CRP");

    @ParameterizedTest
    @ValueSource(strings = {"mouse", "human"})
    void a_healthy_subject_is_at_rest_for_every_draw_of_the_parameters(String species) {
        Map<String, Double> anchors = species.equals("human") ? human() : Map.of();
        double largest = 0;
        for (int draw = 0; draw < 1000; draw++) {
            Map<String, Double> values = new LinkedHashMap<>(PriorPoints.point(draw));
            anchors.forEach((id, factor) -> values.merge(id, factor, (a, b) -> a * b));
            largest = Math.max(largest, Arrays.stream(rates(values)).map(Math::abs).max().orElseThrow());
        }
        System.out.println("largest |dy/dt| at the healthy point, 1000 draws, " + species + ": " + largest);
        assertThat(largest).isLessThan(1e-11);
    }

    private static Map<String, Double> human() {
        Map<String, Double> factors = new HashMap<>();
        for (String id : List.of("stem_renewal", "TA_turnover", "enterocyte_turnover", "goblet_turnover")) {
            factors.put("epithelium__k_" + id, 0.8);
        }
        for (String id : List.of("t_cells__k_T_MLN", "t_cells__k_T_LP", "macrophages__k_macrophage_loss")) {
            factors.put(id, 0.4);
        }
        return factors;
    }

    private static double[] rates(Map<String, Double> values) {
        EquationSystem system = Gut.COMPILED.system();
        double[] p = Gut.COMPILED.parameters(values);
        double[] rates = new double[system.stateCount()];
        system.derivative(0, Gut.COMPILED.initialState(0, p, values), p, new double[system.scratchSize()], rates);
        return rates;
    }

    @Test
    void the_healthy_point_of_the_wild_type_is_stable() {
        EquationSystem system = Gut.COMPILED.system();
        double[] p = Gut.COMPILED.parameters(Map.of());
        double[] entries = new double[system.jacobianPattern().entries()];
        system.jacobian(0, Gut.COMPILED.initialState(0, p, Map.of()), p, new double[system.scratchSize()], entries);
        int n = system.stateCount();
        Array2DRowRealMatrix jacobian = new Array2DRowRealMatrix(n, n);
        for (int column = 0; column < n; column++) {
            for (int k = system.jacobianPattern().columnStart(column); k < system.jacobianPattern()
                    .columnStart(column + 1); k++) {
                jacobian.setEntry(system.jacobianPattern().row(k), column, entries[k]);
            }
        }
        long growing = Arrays.stream(new EigenDecompositionNonSymmetric(jacobian).getEigenvalues())
                .filter(value -> value.getReal() > 1e-9).count();
        assertThat(growing).isZero();
    }

    @Test
    void the_wild_type_returns_from_thirty_percent_away() {
        for (int start = 0; start < 20; start++) {
            Random random = new Random(start);
            Map<String, Double> values = new LinkedHashMap<>();
            List<String> healthy = Gut.COMPILED.stateIds().stream().filter(id -> Gut.COMPILED.defaultValue(id) == 1)
                    .toList();
            healthy.forEach(id -> values.put(id, 0.7 + 0.6 * random.nextDouble()));
            Trajectory end = Gut.simulate(values, List.of(), List.of(0.0, 400.0), healthy, Tolerances.DEFAULT,
                    Method.AUTOMATIC);
            for (int column = 0; column < healthy.size(); column++) {
                assertThat(end.value(1, column)).as(healthy.get(column) + ", start " + start).isCloseTo(1,
                        within(0.02));
            }
        }
    }

    @Test
    void states_stay_within_their_bounds_under_insult_and_treatment() {
        List<String> states = Gut.COMPILED.stateIds();
        List<String> broken = new ArrayList<>();
        for (int draw = 0; draw < 100; draw++) {
            List<ScheduledChange> changes = new ArrayList<>(Gut.dss(draw % 5 + 1, 7));
            changes.add(new Bolus(2, draw % 2 == 0 ? "MSC_blood" : "MSC_peritoneum", 1e6));
            changes.add(new ScheduledChange.CappedBolus(2, "priming", 1, 1));
            Trajectory trajectory = Gut.simulate(PriorPoints.point(draw), changes, MONTH, states, Tolerances.DEFAULT,
                    Method.AUTOMATIC);
            for (int row = 0; row < MONTH.size(); row++) {
                for (int column = 0; column < states.size(); column++) {
                    double value = trajectory.value(row, column);
                    String id = states.get(column);
                    boolean share = id.equals("ulcer") || id.equals("fistula") || id.equals("priming");
                    double slack = id.startsWith("MSC") ? 1e-2 : 1e-6;
                    if (!(value >= -slack) || share && value > 1 + 1e-6) {
                        broken.add(id + " = " + value + " on day " + MONTH.get(row) + ", draw " + draw);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void cells_and_exosomes_given_are_those_present_and_those_gone() {
        for (String target : List.of("MSC_blood", "MSC_peritoneum", "MSC_local", "MSC_LP")) {
            Trajectory t = Gut.simulate(Map.of(), List.of(new Bolus(1, target, 1e6), new Bolus(4, target, 2e6)), 20,
                    List.of("MSC_total"));
            assertThat(t.value(3, 0)).as(target).isCloseTo(1e6, within(1.0));
            assertThat(t.value(20, 0)).as(target).isCloseTo(3e6, within(3.0));
        }
        for (String target : List.of("EV_blood", "EV_peritoneum", "EV_LP")) {
            Trajectory t = Gut.simulate(Map.of(), List.of(new Bolus(1, target, 10)), 20, List.of("EV_total"));
            assertThat(t.value(20, 0)).as(target).isCloseTo(10, within(1e-5));
        }
    }

    @Test
    void cells_in_a_healthy_animal_change_no_endpoint_by_more_than_five_percent() {
        List<String> moved = new ArrayList<>();
        for (String target : List.of("MSC_blood", "MSC_peritoneum")) {
            Trajectory t = Gut.simulate(Map.of(), List.of(new Bolus(1, target, 1e6)), 30, ENDPOINTS);
            for (int column = 0; column < ENDPOINTS.size(); column++) {
                double before = t.value(0, column);
                for (int row = 1; row <= 30; row++) {
                    double allowed = 0.05 * Math.max(Math.abs(before), ENDPOINTS.get(column).matches("DAI|histology")
                            ? 4
                            : 0);
                    if (Math.abs(t.value(row, column) - before) > allowed) {
                        moved.add(target + ": " + ENDPOINTS.get(column) + " " + before + " -> " + t.value(row, column)
                                + " on day " + row);
                    }
                }
            }
        }
        assertThat(moved).isEmpty();
    }

    @Test
    void more_dss_costs_more_weight() {
        double before = 101;
        for (double percent : List.of(0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0)) {
            double least = least(Gut.simulate(Map.of(), Gut.dss(percent, 7), 25, List.of("body_weight")));
            assertThat(least).as(percent + " %").isLessThan(before);
            before = least;
        }
    }

    @Test
    void an_antibody_to_tnf_never_raises_free_tnf() {
        List<ScheduledChange> treated = new ArrayList<>(Gut.dss(2.5, 7));
        treated.add(new Bolus(0, "infliximab", 100));
        Trajectory without = Gut.simulate(Map.of(), Gut.dss(2.5, 7), 20, List.of("TNF_free"));
        Trajectory with = Gut.simulate(Map.of(), treated, 20, List.of("TNF_free"));
        for (int day = 1; day <= 20; day++) {
            assertThat(with.value(day, 0)).as("day " + day).isLessThanOrEqualTo(without.value(day, 0) * (1 + 1e-9));
        }
    }

    @Test
    void without_tsg6_the_cells_lose_at_least_half_of_their_benefit() {
        List<ScheduledChange> treated = new ArrayList<>(Gut.dss(2.5, 7));
        treated.add(new Bolus(2, "MSC_peritoneum", 1e6));
        double none = least(Gut.simulate(Map.of(), Gut.dss(2.5, 7), 20, List.of("body_weight")));
        double whole = least(Gut.simulate(Map.of(), treated, 20, List.of("body_weight")));
        double knockedDown = least(Gut.simulate(
                Map.of("secretome__y_TSG6_MSC", 0.0, "secretome__y_TSG6_blood_MSC", 0.0), treated, 20,
                List.of("body_weight")));
        assertThat(whole).isGreaterThan(none);
        assertThat(knockedDown - none).isLessThan((whole - none) / 2);
    }

    @Test
    void primed_cells_help_more_than_naive_ones_but_leave_some_disease() {
        List<ScheduledChange> naive = new ArrayList<>(Gut.dss(2.5, 7));
        naive.add(new Bolus(2, "MSC_peritoneum", 1e6));
        List<ScheduledChange> primed = new ArrayList<>(naive);
        primed.add(new ScheduledChange.CappedBolus(2, "priming", 1, 1));
        double withNaive = least(Gut.simulate(Map.of(), naive, 20, List.of("body_weight")));
        double withPrimed = least(Gut.simulate(Map.of(), primed, 20, List.of("body_weight")));
        assertThat(withPrimed).isGreaterThan(withNaive).isLessThan(98.5);
    }

    @Test
    void il10_stays_below_four_fold_in_severe_disease() {
        Trajectory t = Gut.simulate(Map.of(), Gut.dss(5, 7), 30, List.of("IL10"));
        assertThat(Arrays.stream(t.column(0)).max().orElseThrow()).isLessThan(4);
    }

    @Test
    void two_solvers_and_tighter_steps_agree() {
        List<ScheduledChange> changes = new ArrayList<>(Gut.dss(2.5, 7));
        changes.add(new Bolus(2, "MSC_peritoneum", 1e6));
        List<Double> days = IntStream.rangeClosed(0, 20).mapToObj(d -> (double) d).toList();
        List<String> states = Gut.COMPILED.stateIds();
        Trajectory bdf = simulate(changes, days, states, new Tolerances(1e-9, 1e-11), Method.BDF);
        Trajectory tighter = simulate(changes, days, states, new Tolerances(1e-10, 1e-12), Method.BDF);
        Trajectory rosenbrock = simulate(changes, days, states, new Tolerances(1e-8, 1e-10), Method.ROSENBROCK);
        for (int column = 0; column < states.size(); column++) {
            double floor = states.get(column).startsWith("MSC") ? 1e3 : 0.1;
            for (int row = 0; row < days.size(); row++) {
                double value = tighter.value(row, column);
                double close = 1e-5 * Math.max(Math.abs(value), floor);
                assertThat(bdf.value(row, column)).as(states.get(column)).isCloseTo(value, within(close));
                assertThat(rosenbrock.value(row, column)).as(states.get(column)).isCloseTo(value, within(close));
            }
        }
    }

    private static Trajectory simulate(List<ScheduledChange> changes, List<Double> times, List<String> outputs,
            Tolerances tolerances, Method method) {
        return new Simulator(Gut.COMPILED)
                .simulate(new SimulationRequest(Map.of(), changes, 0, 20, times, outputs, tolerances, method));
    }

    private static double least(Trajectory trajectory) {
        return Arrays.stream(trajectory.column(0)).min().orElseThrow();
    }
}
