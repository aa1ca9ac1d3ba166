package propria.model.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.expression.Expression;
import propria.model.expression.References;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;

/// No quantity is given, over however many rules, by itself: the rules of assignment and the rates of reactions can be
/// put in an order in which each uses only what comes before. The same holds for the initial values.
final class CheckAssignmentRulesAcyclic implements ModelCheck {

    @Override
    public List<Problem> check(Model model) {
        Map<String, Given> always = new LinkedHashMap<>();
        for (Reaction reaction : model.reactions()) {
            reaction.rateLaw().ifPresent(law -> always.put(reaction.id(), given(law, reaction.definedAt())));
        }
        for (Rule rule : model.rules()) {
            if (rule instanceof Rule.Assignment(String variable, Expression formula, SourceLocation place)) {
                always.put(variable, given(formula, place));
            }
        }
        Map<String, Given> atStart = new LinkedHashMap<>(always);
        for (InitialAssignment start : model.initialAssignments()) {
            atStart.putIfAbsent(start.variable(), given(start.formula(), start.definedAt()));
        }
        Search search = new Search(always);
        List<Problem> problems = new ArrayList<>(search.run());
        if (problems.isEmpty()) {
            problems.addAll(new Search(atStart).run());
        }
        return problems;
    }

    private static Given given(Expression formula, SourceLocation place) {
        return new Given(References.of(formula), place);
    }

    /// What gives a quantity: the names in its formula, and the place of that.
    private record Given(SequencedSet<String> uses, SourceLocation place) {
    }

    /// A depth-first search for circles.
    private static final class Search {

        private final Map<String, Given> given;
        private final Set<String> done = new HashSet<>();
        private final SequencedSet<String> open = new LinkedHashSet<>();
        private final List<Problem> problems = new ArrayList<>();

        Search(Map<String, Given> given) {
            this.given = given;
        }

        List<Problem> run() {
            given.keySet().forEach(this::visit);
            return problems;
        }

        private void visit(String id) {
            Given formula = given.get(id);
            if (formula == null || done.contains(id)) {
                return;
            }
            if (!open.add(id)) {
                report(id, formula.place());
                return;
            }
            formula.uses().forEach(this::visit);
            open.remove(id);
            done.add(id);
        }

        private void report(String id, SourceLocation place) {
            Stream<String> circle = Stream.concat(open.stream().dropWhile(name -> !name.equals(id)), Stream.of(id));
            problems.add(Problem.error("M007", place, ModelChecks.shown(id) + " is given by itself",
                    circle.map(ModelChecks::shown).collect(Collectors.joining(" <- ")),
                    "break the circle, or make one of them a state"));
        }
    }
}
