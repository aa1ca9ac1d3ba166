package propria.formats.antimony.flatten;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import propria.formats.antimony.formula.Functions;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.Statement.Annotation;
import propria.model.problem.Nearest;

/// The qualifiers of BioModels and the uncertainty terms of SBML's distributions package, as Antimony spells them.
public final class Attributes {

    /// The qualifier of a plain name.
    static final String NAME = "is";
    /// The qualifier of a source.
    static final String SOURCE = "isDescribedBy";
    /// The qualifier of free text.
    static final String NOTES = "notes";

    private static final Set<String> INTERVALS = Set.of("confidenceInterval", "credibleInterval",
            "interquartileRange", "range");
    private static final Set<String> UNCERTAINTIES = Set.of("mean", "standardDeviation", "coefficientOfVariation",
            "kurtosis", "median", "mode", "sampleSize", "skewness", "standardError", "variance", "distribution",
            "externalParameter", "credibleInterval", "interquartileRange", "range", "sboTerm");
    /// Attributes that are more than annotations.
    private static final String DIMENSIONS = "spatialDimensions";
    private static final Set<String> RELATIONS = Set.of(NAME, NOTES, SOURCE, "created", "modified", "identity",
            "hasPart", "isPartOf",
            "isVersionOf", "hasVersion", "isHomologTo", "isEncodedBy", "encodes", "occursIn", "hasProperty",
            "isPropertyOf", "hasTaxon", "isDerivedFrom", "isInstanceOf", "hasInstance", "origin", "unknown_model_qual",
            "unknown_bio_qual");
    private static final Map<String, String> ALIASES = Map.ofEntries(Map.entry("biological_entity_is", "identity"),
            Map.entry("model_entity_is", "identity"), Map.entry("part", "hasPart"), Map.entry("parthood", "isPartOf"),
            Map.entry("hypernym", "isVersionOf"), Map.entry("version", "hasVersion"),
            Map.entry("homolog", "isHomologTo"),
            Map.entry("description", SOURCE), Map.entry("encoder", "isEncodedBy"), Map.entry("encodement", "encodes"),
            Map.entry("container", "occursIn"), Map.entry("property", "hasProperty"),
            Map.entry("propertyBearer", "isPropertyOf"), Map.entry("taxon", "hasTaxon"),
            Map.entry("instance", "hasInstance"), Map.entry("stdev", "standardDeviation"),
            Map.entry("class", "isInstanceOf"));

    private Attributes() {
    }

    /// Whether `path = value` states an uncertainty, not the value of something in an instance.
    static boolean isAttribute(Path path, Instance scope) {
        return !path.isLocal() && UNCERTAINTIES.contains(ALIASES.getOrDefault(path.last(), path.last()))
                && scope.child(path.parts().get(path.parts().size() - 2)).isEmpty();
    }

    /// Whether `path = value` states how many dimensions a compartment has.
    static boolean isDimensions(Path path, Instance scope) {
        return !path.isLocal() && path.last().equals(DIMENSIONS)
                && scope.child(path.parts().get(path.parts().size() - 2)).isEmpty();
    }

    static boolean isInterval(String name) {
        return INTERVALS.contains(name);
    }

    /// Whether a reader knows the qualifier under this spelling.
    public static boolean isKnown(String qualifier) {
        return RELATIONS.contains(qualifier) || UNCERTAINTIES.contains(qualifier)
                || qualifier.matches("creator\\d*\\.(name|givenName|familyName|organi[sz]ation|email)");
    }

    static boolean isUncertainty(String qualifier) {
        return UNCERTAINTIES.contains(qualifier);
    }

    /// The one spelling of a qualifier; empty, with an error noted, for an unknown one.
    static Optional<String> qualifier(Annotation annotation, Diagnostics problems) {
        String name = ALIASES.getOrDefault(annotation.qualifier(), annotation.qualifier());
        if (isKnown(name)) {
            return Optional.of(name);
        }
        Set<String> known = new TreeSet<>(RELATIONS);
        known.addAll(UNCERTAINTIES);
        problems.error("A222", annotation.place(), "There is no qualifier " + annotation.qualifier() + ".",
                "Known: " + String.join(", ", known) + ".", Nearest.of(annotation.qualifier(), known)
                        .map(near -> "Did you mean " + near + "?").orElse("Use identity or isDescribedBy."));
        return Optional.empty();
    }

    /// A short formula as text, for statements that the model keeps without evaluating them.
    static String text(Formula formula) {
        return switch (formula) {
            case Formula.Number number -> Double.toString(number.value());
            case Formula.Name name -> name.path().toString();
            case Formula.Group group -> "(" + text(group.inner()) + ")";
            case Formula.Minus minus -> "-" + text(minus.operand());
            case Formula.Not not -> "!" + text(not.operand());
            case Formula.Binary binary -> chain(binary);
            case Formula.Application call -> call.function() + "("
                    + String.join(", ", call.arguments().stream().map(Attributes::text).toList()) + ")";
        };
    }

    private static String chain(Formula.Binary binary) {
        Deque<String> parts = new ArrayDeque<>();
        Formula at = binary;
        while (at instanceof Formula.Binary link) {
            parts.addFirst(" " + link.operator().symbol() + " " + text(link.right()));
            at = link.left();
        }
        parts.addFirst(text(at));
        return String.join("", parts);
    }

    /// A number with its sign, when the formula is no more than that.
    static Optional<Double> literal(Formula formula) {
        return switch (formula) {
            case Formula.Number number -> Optional.of(number.value());
            case Formula.Group group -> literal(group.inner());
            case Formula.Minus minus -> literal(minus.operand()).map(value -> -value);
            case Formula.Name name -> name.path().isLocal() && Functions.constant(name.path().last()).isPresent()
                    ? Optional.of(Functions.constant(name.path().last()).getAsDouble())
                    : Optional.empty();
            case Formula.Not not -> Optional.empty();
            case Formula.Binary binary -> Optional.empty();
            case Formula.Application call -> Optional.empty();
        };
    }
}
