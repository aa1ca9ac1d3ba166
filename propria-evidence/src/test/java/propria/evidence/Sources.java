package propria.evidence;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.evidence.Integrity.Status;
import propria.model.Description;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Rule;
import propria.model.problem.SourceLocation;

/// Small sources and models for tests.
public final class Sources {

    private Sources() {
    }

    /// A source with one claim `half-life` of the given mark, and what authorities say of it.
    public static Source source(String key, Mark mark, Status... status) {
        SourceLocation place = SourceLocation.of(key + ".yaml");
        Claim claim = new Claim("half-life", "Half-life", OptionalDouble.of(3), OptionalDouble.empty(),
                OptionalDouble.empty(), Optional.of("day"), Optional.empty(), Optional.empty(), Optional.empty(), mark,
                Optional.empty(), Claim.Extraction.UNKNOWN, Optional.empty(), place);
        List<Integrity> integrity = Arrays.stream(status).map(s -> new Integrity(s, Optional.empty(),
                Optional.empty(), Optional.of("PubMed"), Optional.empty(), place)).toList();
        Identifiers identifiers = new Identifiers(Optional.of("10.1234/" + key), Optional.empty(), Optional.empty(),
                Optional.empty());
        return new Source(key, "A study", "Somebody", identifiers, SourceKind.EXPERIMENT, Optional.empty(), Mark.SEEN,
                Optional.empty(), Optional.empty(), List.of(), Optional.empty(), integrity, Optional.empty(),
                Optional.empty(), List.of(),
                List.of(claim), place);
    }

    /// A number with references.
    public static Parameter number(String id, String... references) {
        Description description = new Description(Optional.empty(), List.of(references), Optional.empty(), List.of(),
                Optional.empty());
        return new Parameter(id, OptionalDouble.of(1), true, Optional.empty(), description,
                new SourceLocation("gut.ant", 7, 3));
    }

    /// A model of numbers and rules only.
    public static Model model(List<Parameter> parameters, Rule... rules) {
        return new Model("m", Description.NONE, List.of(), new EnumMap<>(Model.UnitRole.class), List.of(), List.of(),
                parameters, List.of(), List.of(), List.of(rules), List.of(), List.of(), List.of(), Optional.empty());
    }
}
