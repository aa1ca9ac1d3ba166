package propria.formats.sbml.level.older;

import java.util.List;
import java.util.Optional;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sbml.level.draft.Draft;
import propria.formats.sbml.level.draft.Influences;
import propria.formats.sbml.level.draft.TimeZero;
import propria.model.Event;
import propria.model.expression.Expression;

/// Events in Level 2: no priority, every trigger persistent and true before the start; before Version 4 values are those
/// of the trigger time, and in Version 4 others need a delay (rule 21206). What makes no difference is left out: an order
/// among events that do not touch each other, what happens between trigger and execution where nothing can; and what the
/// trigger was before the start, where it is false at the start.
final class OlderEvents {

    private final Draft draft;
    private final TimeZero start;
    private final Influences influences;

    private OlderEvents(Draft draft) {
        this.draft = draft;
        this.start = new TimeZero(draft);
        this.influences = new Influences(draft);
    }

    static void replace(Draft draft) {
        OlderEvents events = new OlderEvents(draft);
        draft.events.removeIf(events::withoutEffect);
        List<Event> older = draft.events.stream().map(events::older).toList();
        draft.events.clear();
        draft.events.addAll(older);
    }

    private boolean withoutEffect(Event e) {
        if (!e.assignments().isEmpty()) {
            return false;
        }
        draft.remark(e.definedAt(), "event " + e.id() + ", which changes nothing, was left out",
                "in Level 2 of SBML an event has an assignment");
        return true;
    }

    private Event older(Event e) {
        String title = "event " + e.id();
        List<Event> others = draft.events.stream().filter(other -> !other.id().equals(e.id())).toList();
        boolean atOnce = e.delay().isEmpty();
        if (e.priority().isPresent() && touches(e, others)) {
            refuse(e, title + " has a priority", "which of several events happens first would be left open");
        }
        if (!e.persistent() && !(atOnce && !influences.touch(e.trigger(), others))) {
            refuse(e, title + " is called off when its trigger falls back (persistent=\"false\")",
                    "its trigger may do so before it happens");
        }
        if (!e.triggerInitially() && !start.find(e.trigger()).filter(holds -> !holds).isPresent()) {
            refuse(e, title + " can happen at the start (initialValue=\"false\")",
                    "its trigger is true there, or cannot be told from the text");
        }
        boolean fromTrigger = e.valuesFromTrigger() || atOnce
                && !influences.touch(e.assignments().stream().map(Event.Assignment::formula).toList(), others);
        if (!fromTrigger && draft.level.isBefore(SbmlLevel.L2V4)) {
            refuse(e, title + " takes values of the time when it happens (useValuesFromTriggerTime=\"false\")",
                    "they may differ from those at its trigger");
        }
        Optional<Expression> delay = !fromTrigger && atOnce ? Optional.of(Expression.ZERO) : e.delay();
        Event older = new Event(e.id(), e.trigger(), true, true, delay, Optional.empty(), fromTrigger,
                e.assignments(), e.description(), e.definedAt());
        if (!older.equals(e)) {
            draft.remark(e.definedAt(), title + " is written without what makes no difference in this model",
                    "Level 2 of SBML says less of events");
        }
        return older;
    }

    private boolean touches(Event e, List<Event> others) {
        return influences.touch(e, others) || others.stream().anyMatch(other -> influences.touch(other, List.of(e)));
    }

    private void refuse(Event e, String what, String why) {
        draft.refuse(e.definedAt(), what, why, "write Level 3");
    }
}
