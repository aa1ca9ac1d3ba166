package propria.study.output;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import propria.evidence.Citation;
import propria.evidence.Integrity;
import propria.evidence.ModelEvidence;
import propria.evidence.Source;
import propria.model.Description.Interval;
import propria.model.Parameter;

/// The tables of what the numbers stand on.
final class EvidenceTables {

    private EvidenceTables() {
    }

    static Csv parameters(ModelEvidence evidence, InputNames names) {
        Csv csv = new Csv("id", "name", "value", "low", "high", "unit", "mark", "sources", "file", "line");
        evidence.parameters().forEach((id, number) -> {
            Parameter parameter = number.parameter();
            Optional<Interval> interval = parameter.description().interval();
            csv.row(ResultTables.shown(id), parameter.description().name().orElse(ResultTables.shown(id)),
                    parameter.value().orElse(Double.NaN), interval.map(Interval::low).orElse(Double.NaN),
                    interval.map(Interval::high).orElse(Double.NaN), parameter.unit().orElse(""),
                    number.standing().name().toLowerCase(Locale.ROOT),
                    number.citations().stream().map(Citation::shortForm).collect(Collectors.joining("; ")),
                    names.shown(parameter.definedAt().file()), parameter.definedAt().line());
        });
        return csv;
    }

    static Csv sources(ModelEvidence evidence) {
        Csv csv = new Csv("key", "title", "citation", "identifier", "status", "date", "authority", "notice",
                "used_by");
        Map<String, Integer> used = evidence.usedBy();
        for (Source source : evidence.sources()) {
            Optional<Integrity> verdict = source.verdict();
            csv.row(source.key(), source.title(), source.citation(), source.identifiers().best().orElse(""),
                    source.status().word(), verdict.flatMap(Integrity::date).map(LocalDate::toString).orElse(""),
                    verdict.flatMap(Integrity::authority).orElse(""), verdict.flatMap(Integrity::notice).orElse(""),
                    used.getOrDefault(source.key(), 0));
        }
        return csv;
    }

    /// When somebody last looked up the standing of any source; empty when nobody did.
    static String asOf(ModelEvidence evidence) {
        return evidence.sources().stream().flatMap(s -> s.integrity().stream()).flatMap(i -> i.checked().stream())
                .max(LocalDate::compareTo).map(LocalDate::toString).orElse("");
    }
}
