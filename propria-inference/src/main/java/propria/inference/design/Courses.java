package propria.inference.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import propria.engine.Method;
import propria.engine.ScheduledChange;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.SimulationFailure;
import propria.engine.simulate.Simulator;
import propria.evidence.policy.IntegrityPolicy;
import propria.formats.antimony.AntimonyReader;
import propria.inference.design.ArmDesign.Dosing;
import propria.inference.design.ArmDesign.Exposure;
import propria.inference.design.RowDesign.Contrast;
import propria.model.problem.SourceLocation;
import propria.study.Arm;
import propria.study.ArmRole;
import propria.study.Insult;
import propria.study.Phase;
import propria.study.Population;
import propria.study.Product;
import propria.study.Regimen;
import propria.study.SourcedValue;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.quantity.Quantity;
import propria.study.run.ArmSchedule;
import propria.study.uncertainty.UncertaintyPlan;

/// The courses that the model gives the arms of some rows: each different arm is simulated once for a set of parameters.
/// Immutable and safe to share between threads.
public final class Courses {

    private static final SourceLocation NOWHERE = SourceLocation.of("evidence table");
    private static final double BODY_MASS = 0.022;
    private static final String MODEL = "gut";

    private final Library library;
    private final CompiledModel model;
    private final List<String> quantities;
    private final Tolerances tolerances;
    private final Map<ArmDesign, SortedSet<Double>> days = new LinkedHashMap<>();

    /// @param quantities the ids that are recorded
    /// @param rows the rows whose arms, comparators, untreated and healthy arms are simulated
    public Courses(Library library, List<String> quantities, List<RowDesign> rows) {
        this.library = library;
        this.tolerances = Tolerances.DEFAULT;
        this.model = ModelCompiler.compile(AntimonyReader.read(Entries.of(library.models(), MODEL)));
        this.quantities = List.copyOf(quantities);
        for (RowDesign row : rows) {
            for (Contrast contrast : row.contrasts()) {
                need(contrast.arm(), contrast.day());
                need(contrast.comparator(), contrast.comparatorDay());
                need(contrast.arm().untreated(), contrast.day());
                need(contrast.arm().healthy(), contrast.day());
            }
        }
    }

    private Courses(Courses other, Tolerances tolerances) {
        this.library = other.library;
        this.model = other.model;
        this.quantities = other.quantities;
        this.days.putAll(other.days);
        this.tolerances = tolerances;
    }

    /// The same at other tolerances.
    public Courses with(Tolerances other) {
        return new Courses(this, other);
    }

    private void need(ArmDesign design, double day) {
        days.computeIfAbsent(design, _ -> new TreeSet<>()).add(day);
    }

    /// The model as functions.
    public CompiledModel model() {
        return model;
    }

    /// How many different arms there are.
    public int size() {
        return days.size();
    }

    /// What was recorded for one set of parameters.
    public final class Recorded {

        private final Map<ArmDesign, Map<Double, double[]>> values;

        private Recorded(Map<ArmDesign, Map<Double, double[]>> values) {
            this.values = values;
        }

        /// A quantity of an arm at a day; not a number where the arm could not be simulated.
        public double value(ArmDesign design, double day, String quantity) {
            double[] line = values.getOrDefault(design, Map.of()).get(day);
            if (line == null) {
                throw new IllegalArgumentException("not simulated: day " + day + " of " + design);
            }
            return line[quantities.indexOf(quantity)];
        }
    }

    /// Simulates every arm.
    ///
    /// @param simulator of [#model], one a thread
    /// @param parameters the values that differ from the model's, by id
    /// @return empty when an arm could not be simulated
    public Optional<Recorded> simulate(Simulator simulator, Map<String, Double> parameters) {
        Map<ArmDesign, Map<Double, double[]>> all = new HashMap<>();
        Map<String, Map<String, Double>> balanced = new HashMap<>();
        try {
            for (Map.Entry<ArmDesign, SortedSet<Double>> arm : days.entrySet()) {
                all.put(arm.getKey(), course(simulator, parameters, arm.getKey(), arm.getValue(), balanced));
            }
            return Optional.of(new Recorded(all));
        } catch (SimulationFailure _) {
            return Optional.empty();
        }
    }

    /// Simulates every arm that can be; the others are left out, whether the model stops or the design asks for what cannot be.
    ///
    /// @param failed hears of each arm that cannot
    public Recorded simulateSome(Simulator simulator, Map<String, Double> parameters, Consumer<ArmDesign> failed) {
        Map<ArmDesign, Map<Double, double[]>> all = new HashMap<>();
        Map<String, Map<String, Double>> balanced = new HashMap<>();
        days.forEach((arm, at) -> {
            try {
                all.put(arm, course(simulator, parameters, arm, at, balanced));
            } catch (SimulationFailure | IllegalArgumentException _) {
                failed.accept(arm);
            }
        });
        return new Recorded(all);
    }

    private Map<Double, double[]> course(Simulator simulator, Map<String, Double> parameters, ArmDesign design,
            SortedSet<Double> at, Map<String, Map<String, Double>> balanced) {
        Population population = Entries.of(library.populations(), design.population());
        Map<String, Double> values = values(parameters, design, population);
        double start = StrictMath.min(0, at.first());
        if (population.equilibrate().isPresent() && !design.exposures().isEmpty()) {
            double life = population.equilibrate().getAsDouble();
            values.putAll(balanced.computeIfAbsent(population.id(), _ -> balance(simulator, values, start, life)));
        }
        List<ScheduledChange> changes = schedule(design, population).changes(
                id -> values.getOrDefault(id, model.defaultValue(id)), viability(design), BODY_MASS);
        Trajectory course = simulator.simulate(new SimulationRequest(values, changes, start,
                StrictMath.max(at.last(), start), List.copyOf(at), quantities, tolerances, Method.BDF));
        Map<Double, double[]> recorded = new TreeMap<>();
        for (int row = 0; row < course.times().size(); row++) {
            double[] line = new double[quantities.size()];
            for (int column = 0; column < line.length; column++) {
                line[column] = course.value(row, column);
            }
            recorded.put(course.times().get(row), line);
        }
        return recorded;
    }

    /// The states after a life without insult.
    private Map<String, Double> balance(Simulator simulator, Map<String, Double> values, double start, double life) {
        List<String> states = model.stateIds();
        Trajectory course = simulator.simulate(new SimulationRequest(values, List.of(), start - life, start,
                List.of(start), states, tolerances, Method.BDF));
        Map<String, Double> after = new HashMap<>();
        for (int i = 0; i < states.size(); i++) {
            after.put(states.get(i), course.value(0, i));
        }
        return after;
    }

    private Map<String, Double> values(Map<String, Double> parameters, ArmDesign design, Population population) {
        Map<String, Double> values = new HashMap<>(parameters);
        put(values, population.parameters(), parameters);
        population.initial().forEach((id, value) -> values.put(id, value.value()));
        for (Exposure exposure : design.exposures()) {
            put(values, Entries.of(library.insults(), exposure.insult()).parameters(), parameters);
        }
        design.dosing().ifPresent(given -> {
            put(values, Entries.of(library.products(), given.product()).parameters(), parameters);
            values.putAll(given.lost());
        });
        return values;
    }

    /// What a population, insult or product sets; where the parameter is itself estimated, in proportion to the model's.
    private void put(Map<String, Double> values, Map<String, SourcedValue> set, Map<String, Double> parameters) {
        set.forEach((id, value) -> {
            double usual = model.defaultValue(id);
            double gain = usual > 0 ? parameters.getOrDefault(id, usual) / usual : 1;
            values.put(id, value.value() * gain);
        });
    }

    private Map<String, Double> viability(ArmDesign design) {
        Map<String, Double> alive = new HashMap<>();
        design.dosing().map(given -> Entries.of(library.products(), given.product())).ifPresent(
                product -> alive.put(product.id(), product.viability().map(SourcedValue::value).orElse(1.0)));
        return alive;
    }

    private ArmSchedule schedule(ArmDesign design, Population population) {
        List<Phase> phases = new ArrayList<>();
        for (Exposure exposure : design.exposures()) {
            Insult insult = Entries.of(library.insults(), exposure.insult());
            phases.add(new Phase(exposure.insult(), exposure.from(), exposure.to(),
                    List.of(new Phase.Exposure(insult, exposure.level())), NOWHERE));
        }
        Arm arm = new Arm("arm", "", ArmRole.VEHICLE, population, false,
                design.dosing().map(given -> List.of(regimen(given))).orElse(List.of()), NOWHERE);
        Study study = new Study("", "", "", Optional.empty(), population, 1, phases, List.of(arm), List.of(),
                List.of(), List.of(), UncertaintyPlan.none(), IntegrityPolicy.STANDARD, 1, Study.Simulation.STANDARD,
                Optional.empty(),
                new Study.Files(library.root(), Entries.of(library.models(), MODEL), MODEL, library.evidence(),
                        List.of()));
        return new ArmSchedule(study, arm);
    }

    private Regimen regimen(Dosing given) {
        Product product = Entries.of(library.products(), given.product());
        return new Regimen(product, new Quantity(given.amount(), given.unit(), NOWHERE),
                Entries.of(library.routes(), given.route()), given.days(), 0, NOWHERE);
    }
}
