package propria.app.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import propria.formats.sedml.document.SedDocument;
import propria.formats.sedml.document.SedSimulation;
import propria.formats.sedml.document.SedTask;
import propria.formats.sedml.document.SedTask.SetValue;
import propria.formats.sedml.path.XmlPath;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Does tasks. Each top task begins with all models at their start.
final class TaskRunner {

    /// More simulations than this are refused.
    static final int MOST_SIMULATIONS = 100_000;

    private final SedDocument document;
    private final ModelLoader models;
    private final Simulations simulations;
    private final Map<String, ModelState> states = new HashMap<>();
    private final Map<String, Double> counts = new HashMap<>();
    private double planned;
    private int done;

    /// @param recorded the quantities to record, by model
    TaskRunner(SedDocument document, ModelLoader models, Map<String, SequencedSet<String>> recorded) {
        this.document = document;
        this.models = models;
        this.simulations = new Simulations(recorded);
    }

    /// What was done otherwise than asked for.
    List<Problem> warnings() {
        return simulations.warnings();
    }

    /// How many simulations were made.
    int done() {
        return done;
    }

    /// Does a task from the start of all models.
    Result run(SedTask task) {
        planned += simulations(task);
        if (planned > MOST_SIMULATIONS) {
            throw new ProblemException(Problem.error("D023", task.place(),
                    "the experiment asks for more than " + MOST_SIMULATIONS + " simulations", "", "take fewer turns"));
        }
        states.values().forEach(ModelState::reset);
        return run(task, false);
    }

    private Result run(SedTask task, boolean goesOn) {
        return switch (task) {
            case SedTask.Single single -> {
                SedSimulation simulation = document.simulation(single.simulation()).orElseThrow();
                done++;
                yield simulations.run(simulation, state(single.model()), goesOn);
            }
            case SedTask.Repeated repeated -> repeat(repeated, goesOn);
        };
    }

    /// How many simulations a task takes.
    private double simulations(SedTask task) {
        return switch (task) {
            case SedTask.Single _ -> 1;
            case SedTask.Repeated repeated -> {
                double inner = 0;
                for (SedTask.SubTask sub : repeated.subTasks()) {
                    inner += known(sub.task());
                }
                yield inner * Ranges.turns(repeated);
            }
        };
    }

    private double known(String task) {
        Double known = counts.get(task);
        double count = known == null ? simulations(document.task(task).orElseThrow()) : known;
        counts.put(task, count);
        return count;
    }

    private ModelState state(String model) {
        return states.computeIfAbsent(model, id -> new ModelState(models.model(id)));
    }

    private Result repeat(SedTask.Repeated task, boolean goesOn) {
        boolean within = goesOn || !task.reset() || task.subTasks().size() > 1;
        Ranges ranges = new Ranges(task, this::current);
        List<Result> turns = new ArrayList<>();
        for (int turn = 0; turn < ranges.count(); turn++) {
            if (task.reset()) {
                states.values().forEach(ModelState::reset);
            }
            Map<String, Double> values = ranges.at(turn);
            set(task.changes(), values);
            List<Result> parts = new ArrayList<>();
            for (SedTask.SubTask subTask : task.subTasks()) {
                set(subTask.changes(), values);
                parts.add(run(document.task(subTask.task()).orElseThrow(), within));
            }
            turns.add(parts.size() == 1 ? parts.getFirst() : new Result.Joined(parts));
        }
        return task.concatenate() ? new Result.Joined(turns) : new Result.Turns(turns);
    }

    private void set(List<SetValue> changes, Map<String, Double> ranges) {
        for (SetValue change : changes) {
            Map<String, Double> values = new LinkedHashMap<>(ranges);
            double value = Formula.number(change.computation(), values, this::current);
            ModelState state = state(change.model());
            String quantity = state.model().text().quantity(change.target(), change.place());
            String attribute = XmlPath.parse(change.target()).flatMap(XmlPath::attribute).orElse("");
            state.set(quantity, attribute, value, change.place());
        }
    }

    /// The value of a quantity as the model stands now.
    private double current(String model, String target, SourceLocation place) {
        ModelState state = state(model);
        return state.current(state.model().text().quantity(target, place));
    }
}
