package propria.study.output;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.evidence.Citation;
import propria.evidence.Integrity;
import propria.evidence.ModelEvidence;
import propria.evidence.Source;
import propria.evidence.bias.RiskOfBias;
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

    /// Every source that a number or a published value rests on, and all that is behind one.
    static Csv sources(RunRecord run) {
        Csv csv = new Csv("key", "title", "citation", "identifier", "status", "date", "authority", "notice",
                "used_by", "measurements", "behind", "kind", "bias", "conflicts");
        Map<String, Integer> used = run.evidence().usedBy();
        for (Source source : all(run)) {
            Optional<Integrity> verdict = source.verdict();
            csv.row(source.key(), source.title(), source.citation(), source.identifiers().best().orElse(""),
                    source.status().word(), verdict.flatMap(Integrity::date).map(LocalDate::toString).orElse(""),
                    verdict.flatMap(Integrity::authority).orElse(""), verdict.flatMap(Integrity::notice).orElse(""),
                    used.getOrDefault(source.key(), 0), measured(run, source), behind(run, source),
                    source.kind().name().toLowerCase(Locale.ROOT), source.bias().map(RiskOfBias::line).orElse(""),
                    String.join("; ", source.merged().conflicts()));
        }
        return csv;
    }

    /// The sources of a run, in the order of first use; the experiment that a study mirrors among them.
    static List<Source> all(RunRecord run) {
        Stream<Source> numbers = run.evidence().chain().stream();
        Stream<Source> values = run.measured().stream().flatMap(m -> m.citation().stream())
                .flatMap(Citation::chain);
        return Stream.of(numbers, values, run.mirrored().stream().flatMap(Citation::chain)).flatMap(s -> s).distinct()
                .toList();
    }

    private static long measured(RunRecord run, Source source) {
        return run.measured().stream().filter(m -> m.fallsWith(source)).count();
    }

    /// The sources in front of one that only they cite.
    private static String behind(RunRecord run, Source source) {
        Stream<Citation> numbers = run.evidence().parameters().values().stream().flatMap(p -> p.citations().stream());
        return Stream.concat(numbers, run.measured().stream().flatMap(m -> m.citation().stream()))
                .filter(c -> c.behind().contains(source)).map(c -> c.source().key()).distinct()
                .collect(Collectors.joining("; "));
    }

    /// When somebody last looked up the standing of any source; empty when nobody did.
    static String asOf(RunRecord run) {
        return all(run).stream().flatMap(s -> s.integrity().stream()).flatMap(i -> i.checked().stream())
                .max(LocalDate::compareTo).map(LocalDate::toString).orElse("");
    }
}
