package propria.formats.sedml.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import propria.formats.sedml.document.Computation;
import propria.formats.sedml.document.ModelChange;
import propria.formats.sedml.document.SedDocument;
import propria.formats.sedml.document.SedOutput;
import propria.formats.sedml.document.SedRange;
import propria.formats.sedml.document.SedTask;
import propria.formats.sedml.document.SedVariable;
import propria.model.expression.References;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;

/// Checks that every id is given once, that every reference leads somewhere, and that no task contains itself.
final class Links {

    private static final int DEEPEST = 20;

    private final SedDocument document;
    private final Fields fields;
    private final Map<String, SourceLocation> models = new HashMap<>();
    private final Map<String, SourceLocation> simulations = new HashMap<>();
    private final Map<String, SourceLocation> tasks = new HashMap<>();
    private final Map<String, SourceLocation> generators = new HashMap<>();

    Links(SedDocument document, Fields fields) {
        this.document = document;
        this.fields = fields;
    }

    void check() {
        document.models().forEach(m -> add(models, m.id(), m.place()));
        document.simulations().forEach(s -> add(simulations, s.id(), s.place()));
        document.tasks().forEach(t -> add(tasks, t.id(), t.place()));
        document.dataGenerators().forEach(g -> add(generators, g.id(), g.place()));
        Map<String, SourceLocation> outputs = new HashMap<>();
        document.outputs().forEach(o -> add(outputs, o.id(), o.place()));
        document.models().forEach(m -> m.changes().forEach(change -> {
            if (change instanceof ModelChange.Compute compute) {
                computation(compute.computation(), Set.of(), change.place());
            }
        }));
        document.tasks().forEach(this::task);
        document.dataGenerators().forEach(g -> {
            computation(g.computation(), Set.of(), g.place());
            g.computation().variables().stream().filter(v -> v.task().isEmpty())
                    .forEach(v -> fields.error(Problem.error("D002", v.place(),
                            "the variable " + v.id() + " of a data generator names no task", "",
                            "add taskReference")));
        });
        document.outputs().forEach(this::output);
        Set<String> seen = new HashSet<>();
        document.tasks().forEach(t -> circle(t, new HashSet<>(), seen));
    }

    private void add(Map<String, SourceLocation> known, String id, SourceLocation place) {
        if (known.putIfAbsent(id, place) != null) {
            fields.error(Problem.error("D006", place, "the id " + id + " is given twice",
                    "first at " + known.get(id), "rename one"));
        }
    }

    private void demand(Collection<String> known, String id, String kind, SourceLocation place) {
        if (!known.contains(id)) {
            fields.error(Problem.error("D005", place, "there is no " + kind + " " + id, "",
                    Nearest.of(id, known).map(near -> "did you mean " + near + "?").orElse("correct the reference")));
        }
    }

    private void task(SedTask task) {
        switch (task) {
            case SedTask.Single single -> {
                demand(models.keySet(), single.model(), "model", single.place());
                demand(simulations.keySet(), single.simulation(), "simulation", single.place());
            }
            case SedTask.Repeated repeated -> repeated(repeated);
        }
    }

    private void repeated(SedTask.Repeated task) {
        Map<String, SourceLocation> ranges = new HashMap<>();
        task.ranges().forEach(range -> add(ranges, range.id(), range.place()));
        demand(ranges.keySet(), task.range(), "range", task.place());
        for (SedRange range : task.ranges()) {
            if (range instanceof SedRange.Functional functional) {
                functional.range().ifPresent(id -> demand(ranges.keySet(), id, "range", range.place()));
                computation(functional.computation(), ranges.keySet(), range.place());
            }
        }
        setValues(task.changes(), ranges.keySet());
        for (SedTask.SubTask subTask : task.subTasks()) {
            demand(tasks.keySet(), subTask.task(), "task", subTask.place());
            setValues(subTask.changes(), ranges.keySet());
        }
    }

    private void setValues(List<SedTask.SetValue> changes, Set<String> ranges) {
        for (SedTask.SetValue change : changes) {
            demand(models.keySet(), change.model(), "model", change.place());
            computation(change.computation(), ranges, change.place());
        }
    }

    private void computation(Computation computation, Set<String> ranges, SourceLocation place) {
        Set<String> names = new HashSet<>(ranges);
        Map<String, SourceLocation> own = new HashMap<>();
        for (SedVariable variable : computation.variables()) {
            add(own, variable.id(), variable.place());
            variable.task().ifPresent(id -> demand(tasks.keySet(), id, "task", variable.place()));
            variable.model().ifPresent(id -> demand(models.keySet(), id, "model", variable.place()));
        }
        computation.parameters().forEach(p -> add(own, p.id(), place));
        names.addAll(own.keySet());
        References.of(computation.math()).forEach(name -> demand(names, name, "variable or parameter", place));
    }

    private void output(SedOutput output) {
        switch (output) {
            case SedOutput.Report report ->
                report.dataSets().forEach(set -> data(set.place(), set.data()));
            case SedOutput.Plot2D plot -> plot.curves().forEach(c -> data(c.place(), c.x(), c.y()));
            case SedOutput.Plot3D plot -> plot.surfaces().forEach(s -> data(s.place(), s.x(), s.y(), s.z()));
        }
    }

    private void data(SourceLocation place, String... ids) {
        for (String id : ids) {
            demand(generators.keySet(), id, "data generator", place);
        }
    }

    /// Goes into each task once; nesting beyond what anybody writes counts as a circle.
    private void circle(SedTask task, Set<String> above, Set<String> seen) {
        if (!(task instanceof SedTask.Repeated repeated)) {
            return;
        }
        if (above.contains(task.id()) || above.size() >= DEEPEST) {
            fields.error(Problem.error("D011", task.place(), "the task " + task.id() + " contains itself",
                    "or is nested more than " + DEEPEST + " deep", "remove a subTask"));
            return;
        }
        if (seen.add(task.id())) {
            above.add(task.id());
            repeated.subTasks()
                    .forEach(sub -> document.task(sub.task()).ifPresent(inner -> circle(inner, above, seen)));
            above.remove(task.id());
        }
    }
}
