package propria.model.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import propria.model.FunctionDefinition;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.Inline;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.model.unit.Unit;

/// Every formula has the unit of what it gives, and within it only like is added to or compared with like. A bare
/// number goes with any unit in a sum; a name without a unit is not judged. Different dimensions are errors; the same
/// dimension in another size (hour for day) is a warning, since a bare factor may convert it.
final class CheckUnitsAgree implements ModelCheck {

    @Override
    public List<Problem> check(Model model) {
        SequencedSet<Problem> problems = new LinkedHashSet<>(UnitNames.problems(model));
        ModelUnits units = new ModelUnits(model);
        Map<String, FunctionDefinition> functions = new HashMap<>();
        model.functions().forEach(function -> functions.put(function.id(), function));
        ModelFormulas formulas = ModelFormulas.of(model);
        for (ModelFormulas.Numeric number : formulas.numbers()) {
            UnitOfFormula search = new UnitOfFormula(units, number.locals());
            try {
                judge(Inline.functions(number.formula(), functions), number, units, search);
            } catch (ProblemException | IllegalArgumentException anotherCheckReportsIt) {
                continue;
            }
            report(search, number.title(), number.place(), units, problems);
        }
        for (ModelFormulas.Logical condition : formulas.conditions()) {
            UnitOfFormula search = new UnitOfFormula(units, List.of());
            try {
                search.check(Inline.functions(condition.formula(), functions));
            } catch (ProblemException | IllegalArgumentException anotherCheckReportsIt) {
                continue;
            }
            report(search, condition.title(), condition.place(), units, problems);
        }
        Map<String, String> factors = new HashMap<>();
        model.species().forEach(s -> s.conversionFactor().or(model::conversionFactor)
                .ifPresent(factor -> factors.put(s.id(), factor)));
        model.reactions().forEach(reaction -> amounts(reaction, factors, units, problems));
        return List.copyOf(problems);
    }

    private static void judge(Expression formula, ModelFormulas.Numeric number, ModelUnits units,
            UnitOfFormula search) {
        switch (number.role()) {
            case ModelFormulas.Role.ValueOf(String variable) ->
                search.expect(formula, units.of(variable, List.of()), ModelChecks.shown(variable));
            case ModelFormulas.Role.ChangeOf(String variable) ->
                search.expect(formula, units.of(variable, List.of()).flatMap(u -> units.time().map(u::over)),
                        "the change of " + ModelChecks.shown(variable) + " per time");
            case ModelFormulas.Role.Speed() -> search.expect(formula, units.speed(), "a rate law");
            case ModelFormulas.Role.Duration() -> search.expect(formula, units.time(), "a time");
            case ModelFormulas.Role.PureNumber() ->
                search.expect(formula, Optional.of(Unit.DIMENSIONLESS), "a pure number");
            case ModelFormulas.Role.Nothing() -> search.of(formula);
        }
    }

    /// The extent of a reaction, times the conversion factor, is the amount of each species that it changes.
    private static void amounts(Reaction reaction, Map<String, String> factors, ModelUnits units,
            SequencedSet<Problem> problems) {
        Stream.concat(reaction.reactants().stream(), reaction.products().stream()).map(SpeciesReference::species)
                .distinct().forEach(id -> {
                    Optional<String> factor = Optional.ofNullable(factors.get(id));
                    Optional<Unit> times = factor.isEmpty()
                            ? Optional.of(Unit.DIMENSIONLESS)
                            : units.of(factor.get(), List.of());
                    Optional<Unit> extent = units.extent().flatMap(unit -> times.map(unit::times));
                    Optional<Unit> amount = units.amount(id);
                    if (extent.isPresent() && amount.isPresent() && !extent.get().equivalent(amount.get())) {
                        problems.add(problem(new UnitOfFormula.Clash("the extent", extent.get(),
                                "the amount of " + ModelChecks.shown(id), amount.get()),
                                "reaction " + ModelChecks.shown(reaction.id()), reaction.definedAt(), units));
                    }
                });
    }

    private static void report(UnitOfFormula search, String title, SourceLocation place, ModelUnits units,
            SequencedSet<Problem> problems) {
        search.clashes().forEach(clash -> problems.add(problem(clash, title, place, units)));
    }

    private static Problem problem(UnitOfFormula.Clash clash, String title, SourceLocation place, ModelUnits units) {
        Unit left = clash.leftUnit();
        Unit right = clash.rightUnit();
        String both = clash.left() + " is in " + describe(left, units) + ", " + clash.right() + " in "
                + describe(right, units);
        if (!left.measuresAs(right)) {
            return Problem.error("M010", place, "units clash in " + title, both,
                    "correct the formula, or the unit that one of its names has");
        }
        return Problem.warning("M011", place, "units differ in size in " + title,
                both + "; one is " + left.to(right) + " of the other",
                "convert with a parameter that has a unit, so that the conversion can be checked");
    }

    private static String describe(Unit unit, ModelUnits units) {
        String name = units.units().describe(unit);
        return name.equals(unit.toString()) ? name : name + " (" + unit + ")";
    }

    /// The names of units that elements use.
    private static final class UnitNames {

        private UnitNames() {
        }

        static List<Problem> problems(Model model) {
            ModelUnits units = new ModelUnits(model);
            List<Problem> problems = new ArrayList<>();
            model.units().forEach(unit -> name(unit.id(), unit.definedAt(), units, problems));
            model.compartments().forEach(c -> c.unit().ifPresent(u -> name(u, c.definedAt(), units, problems)));
            model.species().forEach(s -> s.unit().ifPresent(u -> name(u, s.definedAt(), units, problems)));
            Stream.concat(model.parameters().stream(),
                    model.reactions().stream().flatMap(reaction -> reaction.localParameters().stream()))
                    .forEach((Parameter p) -> p.unit().ifPresent(u -> name(u, p.definedAt(), units, problems)));
            SourceLocation place = SourceLocation.of(model.id());
            model.defaults().values().forEach(unit -> name(unit, place, units, problems));
            return problems;
        }

        private static void name(String unit, SourceLocation place, ModelUnits units, List<Problem> problems) {
            try {
                units.units().named(unit);
            } catch (ProblemException found) {
                found.problems().forEach(problem -> problems.add(problem.place().isPresent()
                        ? problem
                        : Problem.error(problem.code(), place, problem.what(), problem.why(), problem.fix())));
            }
        }
    }
}
