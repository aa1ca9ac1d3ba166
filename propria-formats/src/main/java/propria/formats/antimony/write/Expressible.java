package propria.formats.antimony.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import propria.formats.antimony.formula.Functions;
import propria.formats.antimony.tree.Words;
import propria.model.Compartment;
import propria.model.Event;
import propria.model.FunctionDefinition;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Species;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// What Antimony has no words for.
final class Expressible {

    private final List<Problem> problems = new ArrayList<>();

    private Expressible() {
    }

    /// @throws ProblemException A301, A302: all that stands in the way of writing the model
    static void check(Model model) {
        Expressible check = new Expressible();
        check.names(model);
        check.features(model);
        if (!check.problems.isEmpty()) {
            throw new ProblemException(check.problems);
        }
    }

    private void names(Model model) {
        Stream.of(model.compartments().stream().map(Compartment::id), model.species().stream().map(Species::id),
                model.parameters().stream().map(Parameter::id), model.reactions().stream().map(Reaction::id),
                model.events().stream().map(Event::id)).flatMap(ids -> ids)
                .filter(id -> Words.isReserved(id) || Functions.isReserved(id)).forEach(this::word);
        model.functions().stream().map(FunctionDefinition::id).filter(Functions::isBuiltIn).forEach(this::word);
    }

    private void word(String id) {
        problems.add(Problem.error("A301", "The name " + id + " is a word of Antimony.",
                "A reader would take it for a part of the language.", "Rename it in the model."));
    }

    private void features(Model model) {
        model.conversionFactor().ifPresent(factor -> refuse("A conversion factor for the model", SourceLocation.of(
                model.id())));
        for (Species species : model.species()) {
            species.conversionFactor().ifPresent(f -> refuse("A conversion factor for a species",
                    species.definedAt()));
        }
        for (Reaction reaction : model.reactions()) {
            if (reaction.fast()) {
                refuse("A fast reaction", reaction.definedAt());
            }
        }
    }

    private void refuse(String what, SourceLocation place) {
        problems.add(Problem.error("A302", place, what + " cannot be written in Antimony.",
                "The language has no words for it.", "Write the model as SBML."));
    }
}
