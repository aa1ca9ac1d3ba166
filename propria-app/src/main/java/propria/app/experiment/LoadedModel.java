package propria.app.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.Simulator;
import propria.formats.sedml.ChangedModel;
import propria.model.Event;
import propria.model.Model;
import propria.model.Species;

/// A model of an experiment, changed as the experiment says and compiled.
final class LoadedModel {

    private final String id;
    private final ChangedModel text;
    private final Model model;
    private final Lazy<CompiledModel> compiled;
    private final Lazy<CompiledModel> going;
    private final Lazy<Simulator> simulator;
    private final Lazy<Simulator> goingSimulator;

    /// Something that is made when it is first asked for.
    private static final class Lazy<T> {

        private final Supplier<T> maker;
        private Optional<T> made = Optional.empty();

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            if (made.isEmpty()) {
                made = Optional.of(maker.get());
            }
            return made.get();
        }
    }

    LoadedModel(String id, ChangedModel text, Model model) {
        this.id = id;
        this.text = text;
        this.model = model;
        this.compiled = new Lazy<>(() -> ModelCompiler.compile(model));
        this.going = new Lazy<>(() -> ModelCompiler.compile(underWay(model)));
        this.simulator = new Lazy<>(() -> new Simulator(compiled.get()));
        this.goingSimulator = new Lazy<>(() -> new Simulator(going.get()));
    }

    String id() {
        return id;
    }

    ChangedModel text() {
        return text;
    }

    Model model() {
        return model;
    }

    Optional<Species> species(String quantity) {
        return model.species().stream().filter(s -> s.id().equals(quantity)).findFirst();
    }

    /// The model at its start.
    CompiledModel compiled() {
        return compiled.get();
    }

    /// The model to go on with: no event fires at the beginning because its condition holds already.
    CompiledModel going() {
        return going.get();
    }

    Simulator simulator(boolean underWay) {
        return underWay ? goingSimulator.get() : simulator.get();
    }

    private static Model underWay(Model model) {
        List<Event> events = model.events().stream()
                .map(e -> new Event(e.id(), e.trigger(), true, e.persistent(), e.delay(), e.priority(),
                        e.valuesFromTrigger(), e.assignments(), e.description(), e.definedAt()))
                .toList();
        return new Model(model.id(), model.description(), model.units(), model.defaults(), model.compartments(),
                model.species(), model.parameters(), model.functions(), model.reactions(), model.rules(),
                model.initialAssignments(), events, model.constraints(), model.conversionFactor());
    }
}
