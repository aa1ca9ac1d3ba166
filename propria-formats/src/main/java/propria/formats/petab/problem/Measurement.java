package propria.formats.petab.problem;

import java.util.List;
import propria.model.expression.Expression;
import propria.model.problem.SourceLocation;

/// A measured value.
///
/// @param experiment the id of its experiment; empty for the model as it is
/// @param time infinity for a steady state
/// @param observableParameters what stands for the observable's placeholders: numbers or names of parameters
/// @param noiseParameters what stands for its noise placeholders
public record Measurement(String observable, String experiment, double time, double value,
        List<Expression> observableParameters, List<Expression> noiseParameters, SourceLocation place) {

    public Measurement {
        observableParameters = List.copyOf(observableParameters);
        noiseParameters = List.copyOf(noiseParameters);
    }
}
