package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.engine.Direction;
import propria.engine.Method;
import propria.engine.RestSensitivity;
import propria.engine.ScheduledChange;
import propria.engine.SensitivityRequest;
import propria.engine.SensitivityTrajectory;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.SensitivitySimulator;
import propria.engine.simulate.SimulationFailure;
import propria.engine.simulate.Simulator;
import propria.formats.antimony.AntimonyReader;
import propria.formats.sbml.SbmlReader;
import propria.model.problem.ProblemException;

/// Derivatives of simulations: by solutions on paper, by differences of simulations, across everything that can happen in
/// a run.
class SensitivitiesTest {

    private static final Tolerances TIGHT = new Tolerances(1e-11, 1e-14);

    @TempDir
    Path folder;

    private CompiledModel compiled(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("model.ant"), "model m()\n" + body + "\nend\n");
        return ModelCompiler.compile(AntimonyReader.read(file));
    }

    private static SimulationRequest request(List<ScheduledChange> changes, double end, String... outputs) {
        List<Double> times = IntStream.rangeClosed(0, 20).mapToObj(k -> k == 0 ? 0 : end * (k - 0.37) / 19.63)
                .toList();
        return new SimulationRequest(Map.of(), changes, 0, end, times, List.of(outputs), TIGHT, Method.BDF);
    }

    private static List<Direction> directions(CompiledModel model, String... ids) {
        return java.util.Arrays.stream(ids).map(id -> Direction.of(id, model.defaultValue(id))).toList();
    }

    private static SensitivityTrajectory simulate(CompiledModel model, SimulationRequest request,
            List<Direction> directions) {
        return new SensitivitySimulator(model).simulate(new SensitivityRequest(request, directions, true));
    }

    /// Holds derivatives to differences.
    private static SensitivityTrajectory hold(CompiledModel model, SimulationRequest request, String... ids) {
        List<Direction> directions = directions(model, ids);
        SensitivityTrajectory found = simulate(model, request, directions);
        DifferenceQuotients quotients = new DifferenceQuotients(model, request);
        assertThat(quotients.apart(found, directions, 1e-5)).isEmpty();
        assertThat(quotients.compared()).isEqualTo(ids.length * request.outputs().size() * 21);
        return found;
    }

    @Test
    void decay_has_the_derivatives_of_its_solution() throws IOException {
        CompiledModel model = compiled("""
                  compartment c = 2
                  species x in c
                  x = 3; k = 0.7
                  loss: x => ; c*k*x
                  double := 2*x
                """);
        SimulationRequest request = request(List.of(), 4, "x", "double", "loss", "k");
        SensitivityTrajectory found = simulate(model, request, directions(model, "k", "x", "c"));
        for (int row = 0; row < 21; row++) {
            double t = request.outputTimes().get(row);
            double left = StrictMath.exp(-0.7 * t);
            assertThat(found.derivative(row, 0, 0)).isCloseTo(-3 * t * left, within(1e-8));
            assertThat(found.derivative(row, 0, 1)).isCloseTo(left, within(1e-8));
            assertThat(found.derivative(row, 0, 2)).isCloseTo(0, within(1e-8));
            assertThat(found.derivative(row, 1, 0)).isCloseTo(-6 * t * left, within(1e-8));
            assertThat(found.derivative(row, 2, 0)).isCloseTo(6 * left * (1 - 0.7 * t), within(1e-8));
            assertThat(found.derivative(row, 2, 2)).isCloseTo(2.1 * left, within(1e-8));
            assertThat(found.gradient(row, 3)).containsExactly(1, 0, 0);
        }
    }

    @Test
    void an_event_at_a_state_moves_with_what_brings_it_about() throws IOException {
        CompiledModel model = compiled("""
                  x = 1; a = 0.5; level = 2; share = 0.25; n = 0
                  x' = a
                  rise: at (x > level): x = share*x, n = n + time
                """);
        SimulationRequest request = request(List.of(), 4.5, "x", "n");
        SensitivityTrajectory found = simulate(model, request, directions(model, "a", "x", "level", "share"));
        // x(t) = share level + a (t - t*), t* = (level - x0) / a = 2; n = t*
        int last = 20;
        assertThat(found.values().value(last, 0)).isCloseTo(0.5 + 0.5 * 2.5, within(1e-8));
        assertThat(found.derivative(last, 0, 0)).isCloseTo(2.5 + 0.5 * 1 / 0.25, within(1e-7));
        assertThat(found.derivative(last, 0, 1)).isCloseTo(1, within(1e-7));
        assertThat(found.derivative(last, 0, 2)).isCloseTo(0.25 - 1, within(1e-7));
        assertThat(found.derivative(last, 0, 3)).isCloseTo(2, within(1e-7));
        assertThat(found.derivative(last, 1, 0)).isCloseTo(-1 / 0.25, within(1e-7));
        assertThat(found.derivative(last, 1, 1)).isCloseTo(-2, within(1e-7));
        hold(model, request, "a", "x", "level", "share");
    }

    @Test
    void events_with_delays_that_bring_about_others_are_followed() throws IOException {
        CompiledModel model = compiled("""
                  compartment v = 1.7
                  species y in v
                  x = 1; a = 0.5; level = 2; wait = 0.4; k = 0.3; y = 2; moment = 1.1; gain = 0
                  x' = a*(1 + 0.2*y)
                  loss: y => ; v*k*y
                  first: at wait*x after (x > level), fromTrigger=true: y = y + x, gain = x
                  second: at wait after (x > level), fromTrigger=false: y = 0.9*y + 0.1*x*gain
                  third: at (gain > 1): k = 0.5*k + 0.01*x
                  fourth: at (time > moment): x = x + 0.1*y
                """);
        hold(model, request(List.of(), 4.5, "x", "y", "k", "loss"), "a", "x", "level", "wait", "k", "y", "moment",
                "v");
    }

    @Test
    void a_right_hand_side_that_jumps_is_followed() throws IOException {
        CompiledModel model = compiled("""
                  x = 1; a = 0.6; b = 0.25; level = 2; switch = 3.3; z = 1
                  x' = piecewise(a, x < level, b)
                  z' = piecewise(-z, time < switch, b*x)
                  both: at (x > level): z = z + x
                """);
        SensitivityTrajectory found = hold(model, request(List.of(), 6, "x", "z"), "a", "b", "level", "x", "switch");
        // x = level + b (t - t*)
        assertThat(found.derivative(20, 0, 2)).isCloseTo(1 - 0.25 / 0.6, within(1e-7));
    }

    @Test
    void doses_infusions_and_scheduled_values_are_fixed_and_what_they_replace_is_forgotten() throws IOException {
        CompiledModel model = compiled("""
                  compartment c = 1
                  substanceOnly species gut in c, blood in c
                  gut = 1; blood = 0.5; ka = 1.3; ke = 0.4; limit = 0.9
                  uptake: gut => blood; ka*gut/(1 + gut)
                  loss: blood => ; ke*blood
                  at (blood > limit): ke = 2*ke
                """);
        List<ScheduledChange> changes = List.of(new ScheduledChange.Bolus(0, "gut", 2),
                new ScheduledChange.Infusion(1, 2.5, "blood", 0.3), new ScheduledChange.Bolus(1, "gut", 1),
                new ScheduledChange.CappedBolus(2, "gut", 5, 2.5), new ScheduledChange.CappedBolus(2.2, "gut", 5, 1),
                new ScheduledChange.Assignment(3, "ka", 0.8), new ScheduledChange.Assignment(4, "blood", 0.1));
        SensitivityTrajectory found = hold(model, request(changes, 6, "gut", "blood", "uptake", "ka"), "gut", "blood",
                "ka", "ke", "limit");
        assertThat(found.derivative(20, 3, 2)).isZero();
        assertThat(found.derivative(5, 3, 2)).isEqualTo(1);
    }

    @Test
    void initial_assignments_carry_derivatives_and_a_value_in_their_place_ends_that() throws IOException {
        CompiledModel model = compiled("""
                  compartment v = 2
                  species x in v
                  base = 1.5; k = base/3; x = base^2; y = x*v; y' = -k*y
                  loss: x => ; v*k*x
                """);
        hold(model, request(List.of(), 3, "x", "y", "k"), "base", "v");
        SensitivityTrajectory found = hold(model, request(List.of(), 3, "x", "y", "k"), "k", "x");
        assertThat(found.derivative(0, 1, 1)).isEqualTo(2);
    }

    @Test
    void what_an_algebraic_rule_determines_moves_with_the_rest() throws IOException {
        String math = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">%s</math>";
        String rate = math.formatted("<apply><minus/><apply><times/><ci>k</ci><ci>z</ci></apply></apply>");
        String zero = math.formatted("<apply><minus/><apply><plus/><apply><power/><ci>z</ci><cn>3</cn></apply>"
                + "<ci>z</ci></apply><apply><times/><ci>c</ci><ci>x</ci></apply></apply>");
        String low = math.formatted("<apply><lt/><ci>x</ci><cn>0.5</cn></apply>");
        String up = math.formatted("<apply><plus/><ci>x</ci><apply><times/><cn>0.3</cn><ci>c</ci></apply></apply>");
        Path file = Files.writeString(folder.resolve("model.xml"), """
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="m">
                <listOfParameters>
                <parameter id="x" value="1" constant="false"/><parameter id="z" value="1.2" constant="false"/>
                <parameter id="k" value="0.6" constant="true"/><parameter id="c" value="3" constant="true"/>
                </listOfParameters>
                <listOfRules><rateRule variable="x">%s</rateRule><algebraicRule>%s</algebraicRule></listOfRules>
                <listOfEvents><event useValuesFromTriggerTime="true">
                <trigger initialValue="true" persistent="true">%s</trigger>
                <listOfEventAssignments><eventAssignment variable="x">%s</eventAssignment></listOfEventAssignments>
                </event></listOfEvents></model></sbml>
                """.formatted(rate, zero, low, up));
        CompiledModel model = ModelCompiler.compile(SbmlReader.read(file));
        hold(model, request(List.of(), 3, "x", "z"), "k", "c", "x");
    }

    @Test
    void seeds_say_how_given_values_follow_a_quantity() throws IOException {
        CompiledModel model = compiled("""
                  x = 1; a = 0.5; b = 0.2
                  x' = -(a + b)*x
                """);
        Direction shared = new Direction("log both", 1, Map.of("a", 0.5, "b", 0.2));
        SensitivityTrajectory found = simulate(model, request(List.of(), 2, "x"), List.of(shared));
        assertThat(found.directions()).containsExactly("log both");
        assertThat(found.derivative(20, 0, 0)).isCloseTo(-0.7 * 2 * StrictMath.exp(-1.4), within(1e-8));
    }

    @Test
    void a_state_of_rest_moves_with_parameters_and_with_sums_that_stay() throws IOException {
        CompiledModel model = compiled("""
                  compartment v = 2
                  species a in v, b in v, m in v
                  a = 3; b = 1; m = 0; f = 0.8; r = 0.2; make = 1; lose = 0.5
                  turn: a -> b; v*(f*a - r*b)
                  birth: => m; v*make*b
                  death: m => ; v*lose*m
                """);
        List<Direction> directions = directions(model, "f", "a", "make", "lose");
        SensitivitySimulator simulator = new SensitivitySimulator(model);
        RestSensitivity rest = simulator.rest(0, Map.of(), directions).orElseThrow();
        // b = f / (f + r) (a0 + b0), m = make b / lose
        assertThat(rest.states().get("b")).isCloseTo(3.2, within(1e-9));
        assertThat(rest.derivatives().get("b").get(0)).isCloseTo(0.2 * 4, within(1e-8));
        assertThat(rest.derivatives().get("b").get(1)).isCloseTo(0.8, within(1e-8));
        assertThat(rest.derivatives().get("m").get(2)).isCloseTo(6.4, within(1e-8));
        assertThat(rest.derivatives().get("m").get(3)).isCloseTo(-12.8, within(1e-8));
        SimulationRequest after = new SimulationRequest(rest.states(), List.of(new ScheduledChange.Bolus(0, "m", 1)), 0,
                3, List.of(3.0), List.of("m", "a"), TIGHT, Method.AUTOMATIC);
        SensitivityTrajectory found = simulator.simulate(new SensitivityRequest(after, rest.from(directions), true));
        assertThat(found.derivative(0, 1, 1)).isCloseTo(0.2, within(1e-8));
        assertThat(found.derivative(0, 0, 2)).isCloseTo(6.4, within(1e-7));
        double left = StrictMath.exp(-1.5);
        assertThat(found.derivative(0, 0, 3)).isCloseTo(-12.8 - 3 * 0.5 * left, within(1e-7));
    }

    @Test
    void values_have_the_bits_of_a_simulation_unless_derivatives_choose_steps_too() throws IOException {
        SimulationRequest request = new SimulationRequest(Map.of(), Gut.dss(3, 7), 0, 20,
                List.of(1.0, 8.0, 20.0), List.of("colon_length", "body_weight"), Tolerances.DEFAULT, Method.BDF);
        List<Direction> directions = gutDirections(3);
        Trajectory plain = new Simulator(Gut.COMPILED).simulate(request);
        SensitivitySimulator simulator = new SensitivitySimulator(Gut.COMPILED);
        SensitivityTrajectory beside = simulator.simulate(new SensitivityRequest(request, directions, false));
        assertThat(beside.values().column(0)).isEqualTo(plain.column(0));
        assertThat(beside.values().column(1)).isEqualTo(plain.column(1));
        SensitivityTrajectory again = simulator.simulate(new SensitivityRequest(request, directions, false));
        assertThat(again.gradient(2, 0)).isEqualTo(beside.gradient(2, 0));
        SensitivityTrajectory controlled = simulator.simulate(new SensitivityRequest(request, directions, true));
        assertThat(controlled.values().counters().steps()).isGreaterThanOrEqualTo(plain.counters().steps());
    }

    static List<Direction> gutDirections(int count) {
        return Gut.COMPILED.parameterIds().stream().filter(id -> Gut.COMPILED.defaultValue(id) != 0)
                .filter(id -> !id.equals("DSS_level")).limit(count)
                .map(id -> Direction.of(id, Gut.COMPILED.defaultValue(id))).toList();
    }

    @Test
    void derivatives_of_the_gut_are_those_of_differences() {
        List<Direction> directions = gutDirections(20);
        List<Double> times = List.of(0.0, 2.0, 5.0, 8.5, 12.0, 20.0);
        SimulationRequest request = new SimulationRequest(Map.of(), Gut.dss(3, 7), 0, 20, times,
                List.of("colon_length", "body_weight"), TIGHT, Method.BDF);
        SensitivityTrajectory found = simulate(Gut.COMPILED, request, directions);
        DifferenceQuotients quotients = new DifferenceQuotients(Gut.COMPILED, request);
        assertThat(quotients.apart(found, directions, 1e-5)).isEmpty();
    }

    @Test
    void an_event_whose_condition_is_only_touched_has_no_derivative() throws IOException {
        CompiledModel model = compiled("""
                  x = 1; n = 0; moment = 1
                  x' = -x
                  at ((time - moment)^3 > 0): n = n + time
                """);
        SimulationRequest request = new SimulationRequest(Map.of(), List.of(), 0, 2, List.of(2.0), List.of("n"),
                new Tolerances(1e-6, 1e-9), Method.BDF);
        assertThatThrownBy(() -> simulate(model, request, List.of(Direction.of("moment", 1))))
                .isInstanceOf(SimulationFailure.class).hasMessageContaining("N207");
    }

    @Test
    void what_has_no_derivative_is_refused() throws IOException {
        CompiledModel plain = compiled("x = 1; x' = -x");
        CompiledModel past = compiled("x = 1; x' = -delay(x, 0.5)");
        SimulationRequest request = request(List.of(), 2, "x");
        assertThatThrownBy(() -> simulate(past, request, List.of(Direction.of("x", 1))))
                .isInstanceOf(ProblemException.class).hasMessageContaining("N410");
        SimulationRequest other = new SimulationRequest(Map.of(), List.of(), 0, 1, List.of(1.0), List.of("x"), TIGHT,
                Method.ROSENBROCK);
        assertThatThrownBy(() -> simulate(plain, other, List.of(Direction.of("x", 1))))
                .isInstanceOf(ProblemException.class).hasMessageContaining("N402");
        assertThatThrownBy(() -> new SensitivitySimulator(plain).simulate(new SensitivityRequest(request,
                List.of(Direction.of("nothing", 1)), true))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }
}
