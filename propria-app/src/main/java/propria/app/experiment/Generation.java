package propria.app.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import propria.formats.sedml.document.SedDataGenerator;
import propria.formats.sedml.document.SedVariable;
import propria.model.expression.Evaluate;
import propria.model.expression.Expression;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Computes the data of a generator, value by value. Where one variable has turns and another has none, the other is the
/// same in all turns; a single value is the same at all times.
final class Generation {

    private final SedDataGenerator generator;
    private final Map<String, Result> results;
    private final ModelLoader models;

    Generation(SedDataGenerator generator, Map<String, Result> results, ModelLoader models) {
        this.generator = generator;
        this.results = results;
        this.models = models;
    }

    Data data() {
        Map<String, Data> variables = new LinkedHashMap<>();
        for (SedVariable variable : generator.computation().variables()) {
            Result result = Optional.ofNullable(results.get(variable.task().orElse(""))).orElseThrow();
            variables.put(variable.id(), extract(result, variable).orElseThrow(() -> new ProblemException(
                    Problem.error("D040", variable.place(), "no simulation of the task " + variable.task().orElse("")
                            + " recorded the variable " + variable.id(),
                            "its model is not part of the task", "correct the reference"))));
        }
        generator.computation().parameters()
                .forEach(p -> variables.put(p.id(), new Data.Course(new double[]{p.value()})));
        Expression math = Aggregates.replace(generator.computation().math(),
                call -> Aggregates.of(call.function(), flat(combine(variables, call.arguments().getFirst()))
                        .toArray()));
        return combine(variables, math);
    }

    private Optional<Data> extract(Result result, SedVariable variable) {
        return switch (result) {
            case Result.Single single -> single(single, variable);
            case Result.Turns(List<Result> parts) -> {
                List<Data> turns = parts.stream().flatMap(part -> extract(part, variable).stream()).toList();
                yield turns.isEmpty() ? Optional.empty() : Optional.of(new Data.Turns(turns));
            }
            case Result.Joined(List<Result> parts) ->
                parts.stream().flatMap(part -> extract(part, variable).stream()).reduce(Generation::join);
        };
    }

    private Optional<Data> single(Result.Single single, SedVariable variable) {
        if (variable.model().filter(id -> !id.equals(single.model())).isPresent()) {
            return Optional.empty();
        }
        if (variable.isTime()) {
            return Optional.of(new Data.Course(single.times()));
        }
        String quantity = models.model(single.model()).text().quantity(variable.target().orElseThrow(),
                variable.place());
        return Optional.ofNullable(single.courses().get(quantity)).map(Data.Course::new);
    }

    private static Data join(Data first, Data second) {
        if (first instanceof Data.Course(double[] a) && second instanceof Data.Course(double[] b)) {
            return new Data.Course(DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b)).toArray());
        }
        List<Data> parts = new ArrayList<>(parts(first));
        parts.addAll(parts(second));
        return new Data.Turns(parts);
    }

    private static List<Data> parts(Data data) {
        return switch (data) {
            case Data.Course _ -> List.of(data);
            case Data.Turns(List<Data> parts) -> parts;
        };
    }

    private static DoubleStream flat(Data data) {
        return switch (data) {
            case Data.Course(double[] values) -> DoubleStream.of(values);
            case Data.Turns(List<Data> parts) -> parts.stream().flatMapToDouble(Generation::flat);
        };
    }

    private Data combine(Map<String, Data> variables, Expression math) {
        int turns = variables.values().stream().filter(Data.Turns.class::isInstance)
                .mapToInt(data -> parts(data).size()).max().orElse(-1);
        if (turns < 0) {
            return new Data.Course(course(variables, math));
        }
        List<Data> all = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            Map<String, Data> inTurn = new LinkedHashMap<>();
            for (Map.Entry<String, Data> variable : variables.entrySet()) {
                inTurn.put(variable.getKey(), turn(variable.getValue(), turn, turns));
            }
            all.add(combine(inTurn, math));
        }
        return new Data.Turns(all);
    }

    private Data turn(Data data, int turn, int turns) {
        return switch (data) {
            case Data.Course _ -> data;
            case Data.Turns(List<Data> parts) -> {
                if (parts.size() != turns) {
                    throw shape(parts.size() + " and " + turns + " turns");
                }
                yield parts.get(turn);
            }
        };
    }

    private double[] course(Map<String, Data> variables, Expression math) {
        Map<String, double[]> courses = new LinkedHashMap<>();
        int length = 1;
        for (Map.Entry<String, Data> variable : variables.entrySet()) {
            double[] values = flat(variable.getValue()).toArray();
            courses.put(variable.getKey(), values);
            if (values.length != 1) {
                if (length != 1 && length != values.length) {
                    throw shape(length + " and " + values.length + " values");
                }
                length = values.length;
            }
        }
        double[] course = new double[length];
        Map<String, Double> at = new HashMap<>();
        for (int i = 0; i < length; i++) {
            for (Map.Entry<String, double[]> c : courses.entrySet()) {
                at.put(c.getKey(), c.getValue()[c.getValue().length == 1 ? 0 : i]);
            }
            course[i] = Evaluate.of(math, new Values(at));
        }
        return course;
    }

    private ProblemException shape(String why) {
        return new ProblemException(Problem.error("D041", generator.place(),
                "the data generator " + generator.id() + " combines data of different shape", why,
                "combine data of one task"));
    }
}
