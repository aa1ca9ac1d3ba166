package propria.study.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlNode;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Arm;
import propria.study.Endpoint;
import propria.study.Endpoint.Comparison;
import propria.study.Observable;
import propria.study.library.Library;
import propria.study.reading.Findings;
import propria.study.reading.Values;

/// Reads `endpoints:`.
final class EndpointReader {

    private final Library library;
    private final Findings findings;
    private final List<String> arms;
    private final TimeSpan span;

    EndpointReader(Library library, Findings findings, List<Arm> arms, TimeSpan span) {
        this.library = library;
        this.findings = findings;
        this.arms = arms.stream().map(Arm::id).toList();
        this.span = span;
    }

    List<Endpoint> endpoints(YamlMapping file) {
        List<Endpoint> endpoints = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlMapping entry : findings.attempt(() -> file.mappings("endpoints")).orElse(List.of())) {
            findings.attempt(() -> endpoint(entry)).ifPresent(endpoint -> {
                if (!ids.add(endpoint.id())) {
                    findings.add(Problem.error("S020", entry.placeOf("id"),
                            "two endpoints have the id `" + endpoint.id() + "`", "", "rename one"));
                }
                endpoints.add(endpoint);
            });
        }
        return endpoints;
    }

    private Endpoint endpoint(YamlMapping entry) {
        entry.allow("id", "observable", "at", "compare");
        Observable observable = StudyFile.observable(library, entry.text("observable"), entry.placeOf("observable"));
        double at = span.checked("S024", "the endpoint `" + entry.text("id") + "`", Values.days(entry, "at"),
                entry.placeOf("at"));
        return new Endpoint(entry.text("id"), observable, at, comparison(entry), entry.place());
    }

    private Optional<Comparison> comparison(YamlMapping entry) {
        if (!entry.has("compare")) {
            return Optional.empty();
        }
        List<YamlNode.Text> names = entry.textNodes("compare");
        if (names.size() != 2 || names.getFirst().value().equals(names.getLast().value())) {
            throw new ProblemException(Problem.error("S017", entry.placeOf("compare"),
                    "`compare` must name two different arms", "it names " + names.size(),
                    "write `compare: [treated, control]`"));
        }
        for (YamlNode.Text name : names) {
            if (!arms.contains(name.value())) {
                throw Findings.unknown("S006", name.place(), "arm", name.value(), arms);
            }
        }
        return Optional.of(new Comparison(names.getFirst().value(), names.getLast().value()));
    }
}
