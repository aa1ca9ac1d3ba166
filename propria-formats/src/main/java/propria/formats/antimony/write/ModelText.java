package propria.formats.antimony.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.formats.antimony.comment.Comments;
import propria.model.Compartment;
import propria.model.Description;
import propria.model.FunctionDefinition;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Rule;
import propria.model.Species;
import propria.model.Species.InitialKind;
import propria.model.expression.Print;
import propria.model.problem.ProblemException;

/// A whole model as text.
public final class ModelText {

    private final Model model;
    private final Lines lines = new Lines();
    private final Set<String> given = new HashSet<>();
    private final Set<String> ruled = new HashSet<>();
    private final Set<String> changed = new HashSet<>();

    /// Parameters whose comments stand at the formula that gives the value, not at the declaration.
    private final Map<String, Description> atFormula = new HashMap<>();

    private ModelText(Model model) {
        this.model = model;
        model.initialAssignments().forEach(assignment -> given.add(assignment.variable()));
        for (Rule rule : model.rules()) {
            switch (rule) {
                case Rule.Assignment assignment -> {
                    given.add(assignment.variable());
                    ruled.add(assignment.variable());
                }
                case Rule.Rate rate -> ruled.add(rate.variable());
                case Rule.Algebraic _ -> {
                }
            }
        }
        model.events().forEach(event -> event.assignments().forEach(change -> changed.add(change.variable())));
    }

    /// The text of a model.
    ///
    /// @throws ProblemException A301, A302: what Antimony cannot say
    public static String of(Model model) {
        Expressible.check(model);
        return new ModelText(Plain.of(model)).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (FunctionDefinition function : model.functions()) {
            comment(text, "", Lines.comments(function.description(), Comments.BEFORE));
            comment(text, "", Lines.comments(function.description(), Comments.BEHIND));
            text.append(function(function));
        }
        body();
        List<String> behind = Lines.comments(model.description(), Comments.BEHIND);
        comment(text, "", Lines.comments(model.description(), Comments.BEFORE));
        comment(text, "", behind);
        text.append("model *").append(model.id()).append("()\n").append(lines);
        comment(text, "  ", Lines.comments(model.description(), Comments.AFTER));
        return text.append("end\n").toString();
    }

    private static void comment(StringBuilder text, String indent, List<String> comments) {
        comments.forEach(comment -> text.append(indent).append("// ").append(comment).append('\n'));
    }

    private static String function(FunctionDefinition function) {
        return "function " + function.id() + "(" + String.join(", ", function.parameters()) + ")\n  "
                + Print.of(function.body()) + "\nend\n\n";
    }

    private void body() {
        lines.about("model", Optional.empty(), model.description());
        lines.section("Units");
        UnitText.write(model, lines);
        lines.section("Compartments");
        model.compartments().forEach(this::compartment);
        lines.section("Species");
        model.species().forEach(this::species);
        lines.section("Parameters");
        model.parameters().forEach(this::parameter);
        lines.section("Values at time zero");
        for (InitialAssignment assignment : model.initialAssignments()) {
            atFormula(assignment.variable(), assignment.variable() + " = " + Print.of(assignment.formula()));
        }
        lines.section("Rules");
        model.rules().forEach(this::rule);
        lines.section("Reactions");
        model.reactions().forEach(reaction -> ProcessText.reaction(reaction, lines));
        lines.section("Events");
        model.events().forEach(event -> ProcessText.event(event, lines));
        lines.section("Limits");
        model.constraints().forEach(constraint -> lines.add("assert " + Print.of(constraint.condition())
                + (constraint.message().isEmpty() ? "" : " : " + Quoted.text(constraint.message()))));
        lines.section("Functions");
        model.functions().forEach(function -> lines.about(function.id(), Optional.empty(), function.description()));
    }

    private void compartment(Compartment compartment) {
        lines.define(constancy(compartment.id(), compartment.constant()) + "compartment " + compartment.id()
                + value(compartment.id(), compartment.size()), compartment.description());
        if (compartment.dimensions() != 3) {
            lines.add("  " + compartment.id() + ".spatialDimensions = " + Quoted.number(compartment.dimensions()));
        }
        lines.about(compartment.id(), compartment.unit(), compartment.description());
    }

    private void species(Species species) {
        String words = Stream.of(species.constant() ? "const" : "", species.substanceOnly() ? "substanceOnly" : "",
                "species").filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
        InitialKind usual = species.substanceOnly() ? InitialKind.AMOUNT : InitialKind.CONCENTRATION;
        String value = value(species.id(), species.initial());
        if (!value.isEmpty() && species.initialKind() != usual) {
            value += (species.substanceOnly() ? " * " : " / ") + species.compartment();
        }
        lines.define(words + " " + (species.boundary() ? "$" : "") + species.id() + value + " in "
                + species.compartment(), species.description());
        lines.about(species.id(), species.unit(), species.description());
    }

    private void parameter(Parameter parameter) {
        String value = value(parameter.id(), parameter.value());
        String words = constancy(parameter.id(), parameter.constant());
        if (value.isEmpty() && words.isEmpty()) {
            words = parameter.constant() ? "const " : "var ";
        }
        if (value.isEmpty() && (given.contains(parameter.id()) || ruled.contains(parameter.id()))) {
            lines.add(words + parameter.id());
            atFormula.put(parameter.id(), parameter.description());
        } else {
            lines.define(words + parameter.id() + value, parameter.description());
        }
        lines.about(parameter.id(), parameter.unit(), parameter.description());
    }

    private void rule(Rule rule) {
        String formula = Print.of(rule.formula());
        switch (rule) {
            case Rule.Assignment(String variable, _, _) -> atFormula(variable, variable + " := " + formula);
            case Rule.Rate(String variable, _, _) -> atFormula(variable, variable + "' = " + formula);
            case Rule.Algebraic _ -> lines.add("0 = " + formula);
        }
    }

    private void atFormula(String variable, String line) {
        lines.define(line, Optional.ofNullable(atFormula.remove(variable)).orElse(Description.NONE));
    }

    /// `const ` or `var ` where a reader would think otherwise.
    private String constancy(String id, boolean constant) {
        boolean usual = !ruled.contains(id) && !changed.contains(id);
        return constant == usual ? "" : constant ? "const " : "var ";
    }

    /// ` = number`; nothing where a formula gives the value.
    private String value(String id, OptionalDouble number) {
        return number.isEmpty() || given.contains(id) ? "" : " = " + Quoted.number(number.getAsDouble());
    }
}
