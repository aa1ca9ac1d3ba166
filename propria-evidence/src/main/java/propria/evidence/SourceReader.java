package propria.evidence;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.evidence.Integrity.Status;
import propria.evidence.bias.Item;
import propria.evidence.bias.Judgement;
import propria.evidence.bias.Reporting;
import propria.evidence.bias.RiskOfBias;
import propria.evidence.bias.Tool;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Reads one file of `library/evidence`, and finds all that is wrong with it, not only the first thing.
final class SourceReader {

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private final List<Problem> problems = new ArrayList<>();

    /// @throws ProblemException Y### when the file is not such YAML, E002 to E009 for its contents
    static Source read(Path file) {
        SourceReader reader = new SourceReader();
        Source source = reader.source(file);
        if (!reader.problems.isEmpty()) {
            throw new ProblemException(reader.problems);
        }
        return source;
    }

    private Source source(Path file) {
        YamlMapping yaml = YamlReader.read(file);
        yaml.allow("source", "title", "citation", "doi", "pmid", "pmcid", "url", "kind", "species", "mark", "read",
                "study", "datasets", "notes", "integrity", "risk_of_bias", "reporting", "rests_on", "claims");
        String key = named(yaml, "source");
        String expected = String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
        if (!key.equals(expected)) {
            report("E002", yaml.placeOf("source"), "the file is not named after its source",
                    "the key is `" + key + "`, the file is `" + expected + ".yaml`",
                    "name the file `" + key + ".yaml`, or correct the key");
        }
        Identifiers identifiers = new Identifiers(
                shaped(yaml, "doi", "10\\.\\d{4,9}/\\S+", "10.1371/journal.pone.0165782"),
                shaped(yaml, "pmid", "\\d+", "36707899"), shaped(yaml, "pmcid", "PMC\\d+", "PMC9881387"),
                shaped(yaml, "url", "https?://\\S+", "https://example.org/page"));
        return new Source(key, yaml.text("title"), yaml.text("citation"), identifiers,
                word(yaml, "kind", SourceKind.values(), SourceKind.UNVERIFIED), yaml.optionalText("species"),
                word(yaml, "mark", Mark.values(), Mark.UNVERIFIED), yaml.optionalText("read"),
                yaml.optionalText("study"), yaml.texts("datasets"), yaml.optionalText("notes"),
                yaml.mappings("integrity").stream().map(this::integrity).toList(), bias(yaml),
                reporting(yaml), yaml.texts("rests_on"), claims(key, yaml), yaml.place());
    }

    private Integrity integrity(YamlMapping yaml) {
        yaml.allow("status", "date", "notice", "authority", "checked");
        return new Integrity(word(yaml, "status", Status.values(), Status.NOT_CHECKED), date(yaml, "date"),
                yaml.optionalText("notice"), yaml.optionalText("authority"), date(yaml, "checked"), yaml.place());
    }

    private Optional<RiskOfBias> bias(YamlMapping yaml) {
        Optional<YamlMapping> block = yaml.optionalMapping("risk_of_bias");
        if (block.isEmpty()) {
            return Optional.empty();
        }
        YamlMapping judged = block.get();
        judged.allow("tool", "assessor", "date", "items");
        Tool tool = word(judged, "tool", Tool.values(), Tool.SYRCLE);
        EnumMap<Item, Judgement> items = new EnumMap<>(Item.class);
        judged.optionalMapping("items").ifPresent(answers -> {
            answers.allow(tool.items().stream().map(Item::word).toArray(String[]::new));
            tool.items().stream().filter(i -> answers.has(i.word())).forEach(
                    i -> items.put(i, word(answers, i.word(), Judgement.values(), Judgement.UNKNOWN)));
        });
        return Optional.of(new RiskOfBias(tool, judged.optionalText("assessor"), date(judged, "date"), items));
    }

    private Optional<Reporting> reporting(YamlMapping yaml) {
        return yaml.optionalMapping("reporting").map(block -> {
            block.allow("assessor", "date", "items");
            EnumMap<Reporting.Item, Reporting.Answer> items = new EnumMap<>(Reporting.Item.class);
            block.optionalMapping("items").ifPresent(answers -> {
                answers.allow(Arrays.stream(Reporting.Item.values()).map(Reporting.Item::word).toArray(String[]::new));
                Arrays.stream(Reporting.Item.values()).filter(i -> answers.has(i.word())).forEach(i -> items.put(i,
                        word(answers, i.word(), Reporting.Answer.values(), Reporting.Answer.UNKNOWN)));
            });
            return new Reporting(block.optionalText("assessor"), date(block, "date"), items);
        });
    }

    private List<Claim> claims(String key, YamlMapping yaml) {
        List<Claim> claims = new ArrayList<>();
        Map<String, SourceLocation> seen = new HashMap<>();
        for (YamlMapping item : yaml.mappings("claims")) {
            Claim claim = claim(item);
            SourceLocation before = seen.putIfAbsent(claim.id(), item.placeOf("id"));
            if (before != null) {
                report("E006", item.placeOf("id"), "`" + key + "` makes the claim `" + claim.id() + "` twice",
                        "first at " + before, "give one of them another id, or remove it");
            }
            claims.add(claim);
        }
        return claims;
    }

    private Claim claim(YamlMapping yaml) {
        yaml.allow("id", "statement", "value", "low", "high", "unit", "species", "assay", "place", "mark", "primary",
                "extracted", "extracted_on", "note");
        OptionalDouble low = yaml.optionalNumber("low");
        OptionalDouble high = yaml.optionalNumber("high");
        if (low.isPresent() && high.isPresent() && low.getAsDouble() > high.getAsDouble()) {
            report("E007", yaml.placeOf("low"), "`low` is above `high`",
                    low.getAsDouble() + " > " + high.getAsDouble(), "exchange them, or correct one");
        }
        if (!yaml.has("place")) {
            report("E008", yaml.place(), "the claim does not say where in the source it stands", "",
                    "add `place: Table 2`, or `place: none` when that is not known");
        }
        return new Claim(named(yaml, "id"), yaml.text("statement"), yaml.optionalNumber("value"), low, high,
                yaml.optionalText("unit"), yaml.optionalText("species"), yaml.optionalText("assay"),
                yaml.optionalText("place").filter(p -> !p.equals("none")),
                word(yaml, "mark", Mark.values(), Mark.UNVERIFIED), yaml.optionalText("primary"),
                new Claim.Extraction(yaml.optionalText("extracted"), date(yaml, "extracted_on")),
                yaml.optionalText("note"), yaml.place());
    }

    private String named(YamlMapping yaml, String field) {
        String text = yaml.text(field);
        if (!text.matches(NAME)) {
            report("E009", yaml.placeOf(field), "`" + text + "` cannot be the " + field + " of anything here",
                    "names are small letters and digits joined by hyphens", "write it like `lo-2016`");
        }
        return text;
    }

    private Optional<String> shaped(YamlMapping yaml, String field, String pattern, String example) {
        Optional<String> text = yaml.optionalText(field);
        if (text.isPresent() && !text.get().matches(pattern)) {
            report("E009", yaml.placeOf(field), "`" + text.get() + "` is not a " + field,
                    "it does not have the form of one", "write it like `" + example + "`, or leave it out");
        }
        return text;
    }

    private Optional<LocalDate> date(YamlMapping yaml, String field) {
        Optional<String> text = yaml.optionalText(field);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException e) {
            report("E004", yaml.placeOf(field), "`" + text.orElse("") + "` is not a date", "",
                    "write year-month-day, like `2024-11-15`, or leave `" + field + "` out");
            return Optional.empty();
        }
    }

    private <T extends Enum<T>> T word(YamlMapping yaml, String field, T[] known, T otherwise) {
        String text = yaml.text(field);
        List<String> words = Arrays.stream(known).map(k -> k.name().toLowerCase(Locale.ROOT)).toList();
        int index = words.indexOf(text);
        if (index < 0) {
            report("E003", yaml.placeOf(field), "`" + text + "` is not a known " + field,
                    "known: " + String.join(", ", words),
                    Nearest.of(text, words).map(near -> "did you mean `" + near + "`?").orElse("use one of these"));
            return otherwise;
        }
        return known[index];
    }

    private void report(String code, SourceLocation place, String what, String why, String fix) {
        problems.add(Problem.error(code, place, what, why, fix));
    }
}
