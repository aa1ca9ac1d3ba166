package propria.app.report.trial;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Where there is evidence, as the manifest of a run says.
///
/// @param weeks the last; infinite where the design names none
/// @param multiples by arm, of its doses: the largest for which there is evidence
record Domain(double weeks, Map<String, Double> multiples) {

    Domain {
        multiples = Map.copyOf(multiples);
    }

    static Domain read(JsonNode manifest) {
        JsonNode domain = manifest.path("domain");
        Map<String, Double> multiples = new TreeMap<>();
        domain.path("dose_multiples").properties().forEach(e -> multiples.put(e.getKey(), e.getValue().asDouble()));
        return new Domain(domain.path("weeks").asDouble(Double.POSITIVE_INFINITY), multiples);
    }

    /// The last value along an axis for which there is evidence; infinite where none is named.
    double end(OperatingChart.Axis axis, String arm) {
        return switch (axis) {
            case PATIENTS -> Double.POSITIVE_INFINITY;
            case DAY -> weeks;
            case DOSE -> multiples.getOrDefault(arm, Double.POSITIVE_INFINITY);
        };
    }
}
