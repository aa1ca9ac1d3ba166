package propria.study.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a calibration left open: draws of its free parameters together.
///
/// @param parameters in the order of the columns
/// @param points a standard normal number of its prior for each parameter, by draw
/// @param studies what it was calibrated on: DOIs of publications and names of sources
/// @param model the name of the model that was calibrated
/// @param species the species in which
public record Posterior(List<FreeParameter> parameters, List<double[]> points, List<String> studies, String model,
        String species) {

    public Posterior {
        parameters = List.copyOf(parameters);
        points = points.stream().map(double[]::clone).toList();
        studies = List.copyOf(studies);
    }

    /// The same parameters with other draws.
    public Posterior withPoints(List<double[]> others) {
        return new Posterior(parameters, others, studies, model, species);
    }

    /// The number at a place of a draw.
    public double normal(int point, int parameter) {
        return points.get(point)[parameter];
    }

    /// The ids of the parameters of the model that it estimates.
    public List<String> ofModel() {
        return parameters.stream().filter(p -> !p.isOfEffects()).map(FreeParameter::id).toList();
    }

    /// The places of the parameters of the model in [#parameters].
    public List<Integer> placesOfModel() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (!parameters.get(i).isOfEffects()) {
                places.add(i);
            }
        }
        return List.copyOf(places);
    }

    /// Whether an experiment is among those that it was calibrated on.
    ///
    /// @param mirrored what a study says that it mirrors, such as `doi:10.1186/…`
    public boolean wasFittedTo(String mirrored) {
        String plain = plain(mirrored);
        return studies.stream().anyMatch(study -> plain(study).equals(plain));
    }

    private static String plain(String name) {
        String small = name.strip().toLowerCase(Locale.ROOT);
        return small.startsWith("doi:") ? small.substring("doi:".length()) : small;
    }
}
