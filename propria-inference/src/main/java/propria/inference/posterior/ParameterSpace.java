package propria.inference.posterior;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The parameters that are estimated, in order. A point is an array with a number for each, on its scale.
///
/// @param parameters their names differ
public record ParameterSpace(List<EstimatedParameter> parameters) {

    public ParameterSpace {
        parameters = List.copyOf(parameters);
        if (parameters.stream().map(EstimatedParameter::id).distinct().count() < parameters.size()) {
            throw new IllegalArgumentException("a parameter is named twice");
        }
    }

    /// How many there are.
    public int size() {
        return parameters.size();
    }

    /// The names.
    public List<String> ids() {
        return parameters.stream().map(EstimatedParameter::id).toList();
    }

    /// The least of each, on its scale.
    public double[] lower() {
        return parameters.stream().mapToDouble(EstimatedParameter::scaledLower).toArray();
    }

    /// The greatest of each, on its scale.
    public double[] upper() {
        return parameters.stream().mapToDouble(EstimatedParameter::scaledUpper).toArray();
    }

    /// The point of the nominal values; not a number where there is none.
    public double[] nominal() {
        return parameters.stream().mapToDouble(p -> p.scale().of(p.nominal())).toArray();
    }

    /// The values on the linear scale, by name.
    public SequencedMap<String, Double> values(double[] point) {
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < point.length; i++) {
            values.put(parameters.get(i).id(), parameters.get(i).scale().value(point[i]));
        }
        return values;
    }

    /// Whether a point keeps all bounds.
    public boolean contains(double[] point) {
        for (int i = 0; i < point.length; i++) {
            EstimatedParameter p = parameters.get(i);
            if (!(point[i] >= p.scaledLower() && point[i] <= p.scaledUpper())) {
                return false;
            }
        }
        return true;
    }

    /// The logarithm of the prior density as it is stated, parameters independent.
    public double logPrior(double[] point) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            sum += parameters.get(i).logPrior(point[i]);
        }
        return sum;
    }

    /// The logarithm of what turns the stated prior into a density of points, for sampling.
    public double logVolume(double[] point) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            sum += parameters.get(i).logVolume(point[i]);
        }
        return sum;
    }

    /// The point at which each parameter has a share of its prior below it.
    ///
    /// @param shares a probability for each parameter
    public double[] priorQuantiles(double[] shares) {
        double[] point = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            point[i] = parameters.get(i).priorQuantile(shares[i]);
        }
        return point;
    }
}
