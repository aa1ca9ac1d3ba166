package propria.app.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import propria.app.exchange.ChangeSlot.Kind;
import propria.model.Description;
import propria.model.Event;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.LogicalExpression.Relation;
import propria.model.problem.SourceLocation;
import propria.study.run.TypicalSubject;

/// The model of a study with all that is done to its subjects as events: a parameter holds each amount, and the arms
/// differ in the values of these parameters. Any program that simulates SBML events can repeat the study with it.
final class StudyModel {

    private static final SourceLocation NOWHERE = Experiments.NOWHERE;

    private final Model base;
    private final List<TypicalSubject> subjects;
    private final List<ChangeSlot> slots;
    private final List<Parameter> added = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Reaction> flows = new ArrayList<>();
    private final Map<String, Expression> flowRules = new LinkedHashMap<>();

    StudyModel(List<TypicalSubject> subjects) {
        this.subjects = subjects;
        this.base = subjects.getFirst().model();
        List<String> taken = new ArrayList<>();
        base.parameters().forEach(p -> taken.add(p.id()));
        base.species().forEach(s -> taken.add(s.id()));
        base.reactions().forEach(r -> taken.add(r.id()));
        base.events().forEach(e -> taken.add(e.id()));
        this.slots = ChangeSlot.of(subjects, taken);
    }

    /// What an arm sets: amounts, switches, and what sets its subjects apart.
    SequencedMap<String, Double> values(TypicalSubject subject) {
        SequencedMap<String, Double> values = new LinkedHashMap<>(new TreeMap<>(subject.values()));
        for (ChangeSlot slot : slots) {
            Optional<Double> amount = Optional.ofNullable(slot.amounts().get(subject.arm().id()));
            amount.filter(a -> a != slot.usual()).ifPresent(a -> values.put(slot.id(), a));
            if (slot.needsSwitch(subjects.size()) && amount.isPresent()) {
                values.put(slot.switchId(), 1.0);
            }
        }
        return values;
    }

    /// The model.
    Model model() {
        for (ChangeSlot slot : slots) {
            declare(slot);
        }
        TreeSet<Double> times = new TreeSet<>();
        slots.forEach(slot -> times.addAll(List.of(slot.time(), slot.until())));
        times.forEach(this::event);
        Set<String> assigned = events.stream().flatMap(e -> e.assignments().stream())
                .map(Event.Assignment::variable).collect(Collectors.toSet());
        List<Parameter> parameters = new ArrayList<>();
        base.parameters().forEach(p -> parameters.add(assigned.contains(p.id()) ? changing(p) : p));
        parameters.addAll(added);
        List<Rule> rules = base.rules().stream().map(this::withFlow).toList();
        List<Reaction> reactions = new ArrayList<>(base.reactions());
        reactions.addAll(flows);
        List<Event> all = new ArrayList<>(base.events());
        all.addAll(events);
        return new Model(base.id(), base.description(), base.units(), base.defaults(), base.compartments(),
                base.species(), parameters, base.functions(), reactions, rules, base.initialAssignments(), all,
                base.constraints(), base.conversionFactor());
    }

    private void declare(ChangeSlot slot) {
        String what = switch (slot.kind()) {
            case ADD -> "added to ";
            case SET -> "becomes the value of ";
            case INFUSE -> "a day flow into ";
        } + slot.target().replace("__", ".") + " at day " + number(slot.time());
        added.add(parameter(slot.id(), slot.usual(), true, what));
        if (slot.needsSwitch(subjects.size())) {
            added.add(parameter(slot.switchId(), 0, true, "1 where " + slot.id() + " is done"));
        }
        if (slot.kind() == Kind.INFUSE) {
            added.add(parameter(slot.flowId(), 0, false, "flow of " + slot.id() + " now"));
            flow(slot);
        }
    }

    private static String number(double value) {
        return value == StrictMath.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static Parameter parameter(String id, double value, boolean constant, String name) {
        return new Parameter(id, OptionalDouble.of(value), constant, Optional.empty(),
                Description.NONE.withName(name), NOWHERE);
    }

    private static Parameter changing(Parameter p) {
        return new Parameter(p.id(), p.value(), false, p.unit(), p.description(), p.definedAt());
    }

    private void flow(ChangeSlot slot) {
        Expression flow = Formulas.name(slot.flowId());
        if (species(slot.target()).isEmpty()) {
            flowRules.merge(slot.target(), flow, Formulas::sum);
            return;
        }
        flows.add(new Reaction(slot.id() + "_in", List.of(),
                List.of(new SpeciesReference(slot.target(), Expression.ONE, Optional.empty())), List.of(),
                Optional.of(flow), List.of(), false, false, Optional.empty(), Description.NONE, NOWHERE));
    }

    private Rule withFlow(Rule rule) {
        if (rule instanceof Rule.Rate(var variable, var formula, var place) && flowRules.containsKey(variable)) {
            return new Rule.Rate(variable, Formulas.sum(formula, flowRules.getOrDefault(variable, Expression.ZERO)),
                    place);
        }
        return rule;
    }

    private Optional<Species> species(String id) {
        return base.species().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /// All that happens at one time, each target once: later slots build on earlier ones.
    private void event(double time) {
        SequencedMap<String, Expression> becomes = new LinkedHashMap<>();
        slots.stream().filter(s -> s.kind() == Kind.INFUSE && s.until() == time)
                .forEach(s -> becomes.put(s.flowId(), Expression.ZERO));
        for (ChangeSlot slot : slots) {
            if (slot.time() == time) {
                String target = slot.kind() == Kind.INFUSE ? slot.flowId() : slot.target();
                Expression now = Optional.ofNullable(becomes.get(target)).orElse(Formulas.name(target));
                becomes.put(target, after(slot, now));
            }
        }
        List<Event.Assignment> assignments = becomes.entrySet().stream()
                .map(e -> new Event.Assignment(e.getKey(), e.getValue())).toList();
        events.add(new Event(slots.getFirst().id().replaceAll("_\\d+$", "") + "_event_" + (events.size() + 1),
                Formulas.compare(new Expression.Time(), Relation.GREATER_OR_EQUAL, Formulas.number(time)), false,
                true, Optional.empty(), Optional.empty(), true, assignments,
                Description.NONE.withName("what is done at day " + number(time)), NOWHERE));
    }

    private Expression after(ChangeSlot slot, Expression now) {
        Expression amount = held(slot, Formulas.name(slot.id()));
        return switch (slot.kind()) {
            case INFUSE -> Formulas.name(slot.id());
            case SET -> slot.needsSwitch(subjects.size())
                    ? Formulas.piecewise(amount, Formulas.compare(Formulas.name(slot.switchId()), Relation.GREATER,
                            Formulas.number(0.5)), now)
                    : amount;
            case ADD -> {
                Expression sum = Formulas.sum(now, amount);
                yield Double.isInfinite(slot.cap())
                        ? sum
                        : Formulas.call(ElementaryFunction.MINIMUM, sum, Formulas.call(ElementaryFunction.MAXIMUM,
                                now, held(slot, Formulas.number(slot.cap()))));
            }
        };
    }

    /// An amount as the name of the target means it: a concentration where the species has one.
    private Expression held(ChangeSlot slot, Expression amount) {
        return species(slot.target()).filter(s -> !s.substanceOnly())
                .<Expression>map(s -> Formulas.quotient(amount, Formulas.name(s.compartment()))).orElse(amount);
    }
}
