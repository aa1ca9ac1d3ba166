package propria.inference.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import propria.inference.prediction.Thinning;
import propria.inference.sample.ParetoSmoothing;
import propria.study.library.CalibrationReader;
import propria.study.uncertainty.Posterior;

/// The posterior without some of the studies that it was made on: its draws, weighted by one over the likelihood of those
/// studies (Pareto-smoothed importance sampling) and drawn again.
///
/// @param studies their ids in the calibration
/// @param posterior as many draws, equally weighted
/// @param shape of the tail of the weights
/// @param effective how many equal draws the weights are worth (Kish 1965)
public record WithoutStudies(List<String> studies, Posterior posterior, double shape, double effective) {

    private static final double TRUSTED = 0.7;

    /// Takes studies out.
    ///
    /// @param folder of the calibration
    /// @param fallen whether a DOI or name of a source is one of those that fall
    /// @return empty where no study falls, or where the likelihoods of the studies do not ship
    public static Optional<WithoutStudies> of(Path folder, Posterior posterior, Predicate<String> fallen) {
        Optional<Likelihoods> likelihoods = Likelihoods.read(folder.resolve("likelihoods.csv"));
        if (likelihoods.isEmpty()) {
            return Optional.empty();
        }
        List<String> known = likelihoods.get().studies();
        List<String> studies = CalibrationReader.names(folder).entrySet().stream()
                .filter(e -> known.contains(e.getKey()) && e.getValue().stream().anyMatch(fallen))
                .map(java.util.Map.Entry::getKey).toList();
        return studies.isEmpty() ? Optional.empty() : Optional.of(weighted(likelihoods.get(), posterior, studies));
    }

    private static WithoutStudies weighted(Likelihoods likelihoods, Posterior posterior, List<String> studies) {
        int[] places = studies.stream().mapToInt(likelihoods.studies()::indexOf).toArray();
        double[] logs = likelihoods.values().stream()
                .mapToDouble(line -> Arrays.stream(places).mapToDouble(p -> line[p]).sum()).toArray();
        ParetoSmoothing smoothed = ParetoSmoothing.leavingOut(logs);
        double[] weights = smoothed.weights();
        List<double[]> points = new ArrayList<>();
        Thinning.resample(weights, weights.length).forEach(place -> points.add(posterior.points().get(place)));
        return new WithoutStudies(studies, posterior.withPoints(points), smoothed.kHat(),
                smoothed.effective());
    }

    /// Whether the weights can be trusted.
    public boolean holds() {
        return shape < TRUSTED;
    }
}
