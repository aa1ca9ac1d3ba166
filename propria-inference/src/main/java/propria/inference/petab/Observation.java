package propria.inference.petab;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import propria.formats.petab.problem.Measurement;
import propria.formats.petab.problem.Observable;
import propria.formats.petab.problem.PetabProblem;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.References;
import propria.model.expression.Substitute;

/// A measurement with the formulas of its observable, all placeholders and observables written out.
///
/// @param value over the model and parameters
/// @param scale of the noise, likewise
record Observation(Measurement measurement, NoiseModel noise, Expression value, Expression scale) {

    static Observation of(PetabProblem problem, Measurement measurement) {
        Observable observable = problem.observable(measurement.observable()).orElseThrow();
        Map<String, Expression> placeholders = new HashMap<>();
        put(placeholders, observable.observablePlaceholders(), measurement.observableParameters());
        put(placeholders, observable.noisePlaceholders(), measurement.noiseParameters());
        return new Observation(measurement,
                new NoiseModel(observable.distribution(), observable.transformation()),
                whole(problem, observable.formula(), placeholders),
                whole(problem, observable.noiseFormula(), placeholders));
    }

    private static void put(Map<String, Expression> placeholders, List<String> names, List<Expression> values) {
        for (int i = 0; i < names.size(); i++) {
            placeholders.put(names.get(i), values.get(i));
        }
    }

    private static Expression whole(PetabProblem problem, Expression formula, Map<String, Expression> placeholders) {
        Expression filled = Substitute.in(formula, placeholders);
        Map<String, Expression> others = new HashMap<>();
        for (String name : References.of(filled)) {
            problem.observable(name).ifPresent(o -> others.put(name, whole(problem, o.formula(), placeholders)));
            String entity = problem.modelEntity(name);
            if (!entity.equals(name)) {
                others.put(name, Formulas.name(entity));
            }
        }
        return others.isEmpty() ? filled : Substitute.in(filled, others);
    }

    /// All that both formulas name.
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(References.of(value));
        names.addAll(References.of(scale));
        return names;
    }

    /// A name for tables.
    String label() {
        return measurement.observable() + (measurement.experiment().isEmpty() ? "" : "@" + measurement.experiment())
                + "@" + measurement.time() + "#" + measurement.place().line();
    }
}
