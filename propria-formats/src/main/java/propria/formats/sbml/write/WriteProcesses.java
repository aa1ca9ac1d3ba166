package propria.formats.sbml.write;

import javax.xml.stream.XMLStreamException;
import org.sbml.jsbml.AlgebraicRule;
import org.sbml.jsbml.AssignmentRule;
import org.sbml.jsbml.Event;
import org.sbml.jsbml.EventAssignment;
import org.sbml.jsbml.InitialAssignment;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.RateRule;
import org.sbml.jsbml.Trigger;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sbml.math.ToAst;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlNode;
import propria.formats.sbml.xml.XmlText;
import propria.model.Constraint;
import propria.model.Rule;
import propria.model.problem.SourceLocation;

/// Writes rules, initial assignments, events and constraints.
final class WriteProcesses {

    private final Model target;
    private final SbmlLevel level;
    private final WriteDescriptions descriptions;

    WriteProcesses(Model target, SbmlLevel level, WriteDescriptions descriptions) {
        this.target = target;
        this.level = level;
        this.descriptions = descriptions;
    }

    void all(propria.model.Model model) {
        model.initialAssignments().forEach(a -> {
            InitialAssignment assignment = target.createInitialAssignment();
            assignment.setVariable(a.variable());
            assignment.setMath(ToAst.of(a.formula()));
        });
        model.rules().forEach(this::rule);
        model.constraints().forEach(this::constraint);
        model.events().forEach(this::event);
    }

    private void rule(Rule rule) {
        switch (rule) {
            case Rule.Assignment a -> {
                AssignmentRule made = target.createAssignmentRule();
                made.setVariable(a.variable());
                made.setMath(ToAst.of(a.formula()));
            }
            case Rule.Rate r -> {
                RateRule made = target.createRateRule();
                made.setVariable(r.variable());
                made.setMath(ToAst.of(r.formula()));
            }
            case Rule.Algebraic a -> {
                AlgebraicRule made = target.createAlgebraicRule();
                made.setMath(ToAst.of(a.formula()));
            }
        }
    }

    private void constraint(Constraint c) {
        org.sbml.jsbml.Constraint constraint = target.createConstraint();
        constraint.setMath(ToAst.of(c.condition()));
        if (!c.message().isEmpty()) {
            XmlElement paragraph = new XmlElement("", "http://www.w3.org/1999/xhtml", "p", SourceLocation.of(""));
            paragraph.content().add(new XmlNode.Text(c.message()));
            try {
                constraint.setMessage("<message>" + XmlText.fragment(paragraph) + "</message>");
            } catch (XMLStreamException e) {
                throw new IllegalStateException("text of a model is no XML", e);
            }
        }
    }

    private void event(propria.model.Event e) {
        Event event = target.createEvent(e.id());
        if (!level.isBefore(SbmlLevel.L2V4)) {
            event.setUseValuesFromTriggerTime(e.valuesFromTrigger());
        }
        descriptions.to(event, e.description());
        Trigger trigger = event.createTrigger();
        if (level.level() > 2) {
            trigger.setInitialValue(e.triggerInitially());
            trigger.setPersistent(e.persistent());
        }
        trigger.setMath(ToAst.of(e.trigger()));
        e.priority().ifPresent(priority -> event.createPriority(ToAst.of(priority)));
        e.delay().ifPresent(delay -> event.createDelay(ToAst.of(delay)));
        for (propria.model.Event.Assignment a : e.assignments()) {
            EventAssignment assignment = event.createEventAssignment();
            assignment.setVariable(a.variable());
            assignment.setMath(ToAst.of(a.formula()));
        }
    }
}
