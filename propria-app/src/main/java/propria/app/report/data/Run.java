package propria.app.report.data;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import propria.app.report.data.Rows.Band;
import propria.app.report.data.Rows.Endpoint;
import propria.app.report.data.Rows.Forecast;
import propria.app.report.data.Rows.Influence;
import propria.app.report.data.Rows.Measurement;
import propria.app.report.data.Rows.ParameterRow;
import propria.app.report.data.Rows.SourceRow;
import propria.study.retraction.SourceInfluence;

/// A run, whole.
///
/// @param animals spread over draws and animals
/// @param means spread of the arm's mean over draws
/// @param forecasts what a laboratory would find; empty for a run that does not draw from the posterior
/// @param influenceOfSources from which sources can be taken out; empty for a run of an older version
public record Run(Path folder, Manifest manifest, List<Band> animals, List<Band> means, List<Endpoint> endpoints,
        List<Measurement> measurements, List<Influence> influences, List<ParameterRow> parameters,
        List<SourceRow> sources, Optional<SourceInfluence> influenceOfSources, List<Forecast> forecasts) {
    public Run {
        animals = List.copyOf(animals);
        means = List.copyOf(means);
        endpoints = List.copyOf(endpoints);
        measurements = List.copyOf(measurements);
        influences = List.copyOf(influences);
        parameters = List.copyOf(parameters);
        sources = List.copyOf(sources);
        forecasts = List.copyOf(forecasts);
    }

    /// What the endpoint looks at: as the manifest says, else the observable whose id begins the endpoint's id.
    public Optional<Manifest.Observable> observableOf(String endpoint) {
        Optional<String> stated = definition(endpoint).map(Manifest.EndpointDefinition::observable);
        if (stated.isPresent()) {
            return manifest.observable(stated.get());
        }
        String lower = endpoint.toLowerCase(Locale.ROOT);
        return manifest.observables().stream()
                .filter(observable -> lower.startsWith(observable.id().toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(observable -> observable.id().length()));
    }

    /// The day of the endpoint: as the manifest says, else the number that follows `day` or `d` in its id.
    public Optional<Double> dayOf(String endpoint) {
        Optional<Double> stated = definition(endpoint).map(Manifest.EndpointDefinition::day)
                .filter(day -> !day.isNaN());
        if (stated.isPresent()) {
            return stated;
        }
        var found = Pattern.compile("(?:day|_d)_?(\\d+(?:\\.\\d+)?)").matcher(endpoint);
        return found.find() ? Optional.of(Double.valueOf(found.group(1))) : Optional.empty();
    }

    /// The comparisons of an arm with another, the main one first.
    public List<Endpoint> comparisons() {
        return endpoints.stream().filter(endpoint -> endpoint.effect().isPresent()).toList();
    }

    private Optional<Manifest.EndpointDefinition> definition(String endpoint) {
        return manifest.endpoints().stream().filter(it -> it.id().equals(endpoint)).findFirst();
    }
}
