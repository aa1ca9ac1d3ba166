package propria.formats.sbml.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sbml.jsbml.AssignmentRule;
import org.sbml.jsbml.MathContainer;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.RateRule;
import propria.formats.sbml.math.FromAst;
import propria.formats.sbml.xml.XmlElement;
import propria.model.Constraint;
import propria.model.Event;
import propria.model.FunctionDefinition;
import propria.model.InitialAssignment;
import propria.model.Rule;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.problem.SourceLocation;

/// What has a formula: functions, rules, initial assignments, events and constraints. An element whose formula is left
/// out, which Level 3 Version 2 allows, says nothing and is passed over.
final class Processes {

    private final Model model;
    private final Source source;

    Processes(Model model, Source source) {
        this.model = model;
        this.source = source;
    }

    List<FunctionDefinition> functions() {
        List<FunctionDefinition> all = new ArrayList<>();
        for (org.sbml.jsbml.FunctionDefinition function : model.getListOfFunctionDefinitions()) {
            XmlElement text = source.named("functionDefinition", function.getId());
            if (function.isSetMath()) {
                List<String> parameters = function.getMath().getChildren().stream()
                        .limit(function.getMath().getChildCount() - 1L).map(Processes::argument).toList();
                all.add(new FunctionDefinition(function.getId(), parameters,
                        FromAst.number(function.getMath().getRightChild(), text.place()),
                        Descriptions.of(function, text), text.place()));
            }
        }
        return all;
    }

    private static String argument(org.sbml.jsbml.ASTNode bound) {
        return bound.getChildCount() > 0 ? bound.getChild(0).getName() : bound.getName();
    }

    List<Rule> rules() {
        List<Rule> all = new ArrayList<>();
        int algebraic = 0;
        for (org.sbml.jsbml.Rule rule : model.getListOfRules()) {
            boolean set = rule.isSetMath();
            switch (rule) {
                case AssignmentRule a when set -> {
                    SourceLocation place = source.place("assignmentRule", a.getVariable());
                    all.add(new Rule.Assignment(a.getVariable(), FromAst.number(a.getMath(), place), place));
                }
                case RateRule r when set -> {
                    SourceLocation place = source.place("rateRule", r.getVariable());
                    all.add(new Rule.Rate(r.getVariable(), FromAst.number(r.getMath(), place), place));
                }
                case org.sbml.jsbml.AlgebraicRule a -> {
                    SourceLocation place = source.numbered("algebraicRule", algebraic++).place();
                    if (set) {
                        all.add(new Rule.Algebraic(FromAst.number(a.getMath(), place), place));
                    }
                }
                default -> {
                    // no formula, no rule
                }
            }
        }
        return all;
    }

    List<InitialAssignment> initialAssignments() {
        List<InitialAssignment> all = new ArrayList<>();
        for (org.sbml.jsbml.InitialAssignment a : model.getListOfInitialAssignments()) {
            SourceLocation place = source.place("initialAssignment", a.getVariable());
            formula(a, place).ifPresent(formula -> all.add(new InitialAssignment(a.getVariable(), formula, place)));
        }
        return all;
    }

    List<Constraint> constraints() {
        List<Constraint> all = new ArrayList<>();
        for (int i = 0; i < model.getConstraintCount(); i++) {
            org.sbml.jsbml.Constraint constraint = model.getConstraint(i);
            XmlElement text = source.numbered("constraint", i);
            if (constraint.isSetMath()) {
                all.add(new Constraint(FromAst.condition(constraint.getMath(), text.place()),
                        text.first("message").map(XmlElement::text).map(String::strip).orElse(""), text.place()));
            }
        }
        return all;
    }

    List<Event> events() {
        List<Event> all = new ArrayList<>();
        for (int i = 0; i < model.getEventCount(); i++) {
            org.sbml.jsbml.Event event = model.getEvent(i);
            if (event.isSetTrigger() && event.getTrigger().isSetMath()) {
                all.add(event(event, i));
            }
        }
        return all;
    }

    private Event event(org.sbml.jsbml.Event event, int index) {
        XmlElement text = source.numbered("event", index);
        SourceLocation place = text.place();
        boolean level3 = event.getLevel() > 2;
        List<Event.Assignment> assignments = new ArrayList<>();
        event.getListOfEventAssignments().forEach(a -> formula(a, place)
                .ifPresent(formula -> assignments.add(new Event.Assignment(a.getVariable(), formula))));
        LogicalExpression trigger = FromAst.condition(event.getTrigger().getMath(), place);
        return new Event(event.isSetId() ? event.getId() : unusedName(index), trigger,
                !level3 || event.getTrigger().getInitialValue(), !level3 || event.getTrigger().getPersistent(),
                event.isSetDelay() ? formula(event.getDelay(), place) : Optional.empty(),
                event.isSetPriority() ? formula(event.getPriority(), place) : Optional.empty(),
                !event.isSetUseValuesFromTriggerTime() || event.getUseValuesFromTriggerTime(), assignments,
                Descriptions.of(event, text), place);
    }

    private String unusedName(int index) {
        String name = "event_" + (index + 1);
        while (model.findNamedSBase(name) != null) {
            name = name + "_";
        }
        return name;
    }

    private static Optional<Expression> formula(MathContainer element, SourceLocation place) {
        return element.isSetMath() ? Optional.of(FromAst.number(element.getMath(), place)) : Optional.empty();
    }
}
