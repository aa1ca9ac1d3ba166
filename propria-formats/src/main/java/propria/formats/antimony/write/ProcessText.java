package propria.formats.antimony.write;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import propria.model.Event;
import propria.model.Reaction;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.Print;
import propria.model.expression.References;

/// Reactions and events.
final class ProcessText {

    private ProcessText() {
    }

    static void reaction(Reaction reaction, Lines lines) {
        String law = reaction.rateLaw().map(formula -> " " + Print.of(formula)).orElse("");
        lines.define(reaction.id() + ": " + side(reaction.reactants()) + (reaction.reversible() ? "->" : "=>")
                + (reaction.products().isEmpty() ? "" : " ") + side(reaction.products()).stripTrailing() + ";" + law,
                reaction.description());
        reaction.compartment().ifPresent(compartment -> lines.add("  " + reaction.id() + " in " + compartment));
        Set<String> known = reaction.rateLaw().map(References::of).map(HashSet::new).orElseGet(HashSet::new);
        reaction.reactants().forEach(reactant -> known.add(reactant.species()));
        reaction.products().forEach(product -> known.add(product.species()));
        reaction.modifiers().stream().filter(modifier -> !known.contains(modifier))
                .forEach(modifier -> lines.add("  " + modifier + " -( " + reaction.id()));
        lines.about(reaction.id(), Optional.empty(), reaction.description());
    }

    private static String side(List<SpeciesReference> references) {
        String side = references.stream().map(ProcessText::participant).collect(Collectors.joining(" + "));
        return side.isEmpty() ? "" : side + " ";
    }

    private static String participant(SpeciesReference reference) {
        return switch (reference.stoichiometry()) {
            case Expression.Constant(double value) when value == 1 -> reference.species();
            case Expression.Constant(double value) when value > 0 && !Double.isInfinite(value) ->
                Quoted.number(value) + " " + reference.species();
            case Expression.Reference(String id) -> id + " " + reference.species();
            case Expression formula -> "(" + Print.of(formula) + ") " + reference.species();
        };
    }

    static void event(Event event, Lines lines) {
        StringBuilder text = new StringBuilder(event.id()).append(": at ");
        event.delay().ifPresent(delay -> text.append(Print.of(delay)).append(" after "));
        text.append('(').append(Print.of(event.trigger())).append(')');
        event.priority().ifPresent(priority -> text.append(", priority = ").append(Print.of(priority)));
        option(text, "t0", event.triggerInitially(), true);
        option(text, "persistent", event.persistent(), false);
        option(text, "fromTrigger", event.valuesFromTrigger(), true);
        text.append(": ").append(event.assignments().stream()
                .map(change -> change.variable() + " = " + Print.of(change.formula()))
                .collect(Collectors.joining(", ")));
        lines.define(text.toString(), event.description());
        lines.about(event.id(), Optional.empty(), event.description());
    }

    private static void option(StringBuilder text, String name, boolean value, boolean usual) {
        if (value != usual) {
            text.append(", ").append(name).append(" = ").append(value);
        }
    }
}
