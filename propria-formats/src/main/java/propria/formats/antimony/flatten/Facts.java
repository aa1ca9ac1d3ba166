package propria.formats.antimony.flatten;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import propria.formats.antimony.formula.Translator;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.SourceFile;
import propria.formats.antimony.tree.Statement.Annotation;
import propria.formats.antimony.tree.Statement.Interval;
import propria.formats.antimony.tree.Statement.Timing;
import propria.model.Description;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;

/// Chooses among what several scopes say about a symbol: the outermost scope wins, and two statements that stand equally
/// far out must agree. An outer value takes with it neither the source nor the interval of the inner one.
final class Facts {

    private final Map<String, SourceFile.Function> functions;
    private final SymbolTable table;
    private final Diagnostics problems;
    private final Factors factors;

    Facts(Map<String, SourceFile.Function> functions, SymbolTable table, Diagnostics problems) {
        this.functions = functions;
        this.table = table;
        this.problems = problems;
        this.factors = new Factors(table, (scope, formula) -> translator(scope).number(formula));
    }

    /// Between sub-models and the main model.
    Factors factors() {
        return factors;
    }

    Expression number(Instance scope, Formula formula) {
        return factors.inMain(scope, translator(scope).number(formula));
    }

    LogicalExpression truth(Instance scope, Formula formula) {
        return factors.inMain(scope, translator(scope).truth(formula));
    }

    private Translator translator(Instance scope) {
        return new Translator(functions, new Translator.Names() {
            @Override
            public Optional<String> id(Path path) {
                return Facts.this.id(scope, path);
            }

            @Override
            public Optional<Expression> value(Path path) {
                return id(path).map(id -> factors.reference(scope, path, id));
            }
        }, problems);
    }

    Optional<String> id(Instance scope, Path path) {
        Optional<Symbol> symbol = table.find(scope, path);
        symbol.filter(found -> found.deleted).ifPresent(found -> problems.error("A223", path.place(),
                path + " has been deleted and is still used here.", "", "Delete or replace this statement as well."));
        return symbol.map(Symbol::id);
    }

    /// The formula that stands for a timing, of those that are in force.
    Optional<Definition<Expression>> value(Symbol symbol, Timing timing) {
        int outermost = depth(symbol.values(timing));
        boolean hidden = switch (timing) {
            case INITIALLY -> depth(symbol.values(Timing.ALWAYS)) < outermost;
            case ALWAYS ->
                Math.min(depth(symbol.values(Timing.INITIALLY)), depth(symbol.values(Timing.AS_RATE))) < outermost;
            case AS_RATE -> depth(symbol.values(Timing.ALWAYS)) < outermost;
        };
        if (symbol.values(timing).isEmpty() || hidden || symbol.isEmptied(timing, outermost)) {
            return Optional.empty();
        }
        return one(symbol, "value with " + timing.symbol(),
                symbol.values(timing).stream()
                        .map(definition -> new Definition<>(definition.scope(),
                                converted(symbol, timing, definition),
                                definition.place(), definition.order()))
                        .toList(),
                Function.identity());
    }

    private Expression converted(Symbol symbol, Timing timing, Definition<Formula> definition) {
        Expression stated = number(definition.scope(), definition.content());
        Expression value = symbol.named(definition).map(path -> factors.value(definition.scope(), path, stated))
                .orElse(stated);
        return timing == Timing.AS_RATE ? factors.rate(definition.scope(), value) : value;
    }

    /// Where a symbol is, said as often as one likes.
    Optional<String> home(Symbol symbol) {
        List<Definition<Path>> different = new ArrayList<>();
        for (Definition<Path> stated : symbol.locations) {
            if (different.stream().noneMatch(other -> other.scope() == stated.scope()
                    && other.content().parts().equals(stated.content().parts()))) {
                different.add(stated);
            }
        }
        return one(symbol, "compartment", different, Function.identity())
                .flatMap(stated -> id(stated.scope(), stated.content()));
    }

    /// Reports an initial value or rate that stands in one scope with an assignment for all times.
    void checkTimings(Symbol symbol) {
        for (Timing other : List.of(Timing.INITIALLY, Timing.AS_RATE)) {
            int depth = depth(symbol.values(other));
            if (!symbol.values(other).isEmpty() && depth == depth(symbol.values(Timing.ALWAYS))) {
                Definition<Formula> always = at(symbol.values(Timing.ALWAYS), depth).getFirst();
                Definition<Formula> rival = at(symbol.values(other), depth).getFirst();
                boolean laterIsRival = rival.place().compareTo(always.place()) > 0;
                twice(symbol, "value", laterIsRival ? rival : always, laterIsRival ? always : rival);
            }
        }
    }

    /// The outermost of several statements; equal ones count as one when they stand in different scopes.
    <T, R> Optional<Definition<T>> one(Symbol symbol, String what, List<Definition<T>> all, Function<T, R> meaning) {
        List<Definition<T>> rivals = at(all, depth(all));
        for (Definition<T> rival : rivals.subList(Math.min(1, rivals.size()), rivals.size())) {
            Definition<T> first = rivals.getFirst();
            if (rival.scope() == first.scope() || !meaning.apply(rival.content()).equals(
                    meaning.apply(first.content()))) {
                twice(symbol, what, rival, first);
            }
        }
        return rivals.stream().findFirst();
    }

    private void twice(Symbol symbol, String what, Definition<?> later, Definition<?> first) {
        String why = later.scope() == first.scope()
                ? "In Antimony the later one would silently win. The other is at " + first.place() + "."
                : "Two sub-models disagree, and the model above says nothing. The other is at " + first.place() + ".";
        problems.error("A211", later.place(), "The " + what + " of " + symbol.key + " is given twice.", why,
                later.scope() == first.scope()
                        ? "Remove one of them."
                        : "Give it in the model that holds both, or rename one.");
    }

    private static <T> int depth(List<Definition<T>> definitions) {
        return definitions.stream().mapToInt(definition -> definition.scope().depth()).min().orElse(Integer.MAX_VALUE);
    }

    private static <T> List<Definition<T>> at(List<Definition<T>> definitions, int depth) {
        return definitions.stream().filter(definition -> definition.scope().depth() == depth).toList();
    }

    /// Name, sources, interval, annotations and notes.
    Description description(Symbol symbol) {
        Optional<String> name = one(symbol, "name", symbol.names, Function.identity()).map(Definition::content);
        int valued = Stream.of(Timing.values()).mapToInt(timing -> depth(symbol.values(timing))).min().orElseThrow();
        List<Definition<Interval>> intervals = symbol.intervals.stream()
                .filter(definition -> definition.scope().depth() <= valued).toList();
        Optional<Description.Interval> interval = one(symbol, "interval", intervals,
                stated -> Attributes.text(stated.low()) + Attributes.text(stated.high())).flatMap(this::interval);
        List<Annotation> kept = symbol.annotations.stream()
                .filter(definition -> definition.scope().depth() <= valued || !restsOnValue(definition.content()))
                .map(Definition::content).toList();
        return describe(name, interval, kept);
    }

    private static boolean restsOnValue(Annotation annotation) {
        return annotation.qualifier().equals(Attributes.SOURCE) || Attributes.isUncertainty(annotation.qualifier());
    }

    /// A description from annotations alone, for a model or a function.
    Description describe(Optional<String> title, List<Annotation> annotations) {
        Optional<String> name = annotations.stream().filter(a -> a.qualifier().equals(Attributes.NAME))
                .map(annotation -> annotation.values().getFirst()).findFirst().or(() -> title);
        return describe(name, Optional.empty(),
                annotations.stream().filter(a -> !a.qualifier().equals(Attributes.NAME)).toList());
    }

    private static Description describe(Optional<String> name, Optional<Description.Interval> interval,
            List<Annotation> statements) {
        List<String> sources = new ArrayList<>();
        List<Description.Annotation> annotations = new ArrayList<>();
        Optional<String> notes = Optional.empty();
        for (Annotation statement : statements) {
            switch (statement.qualifier()) {
                case Attributes.SOURCE -> statement.values().stream().filter(uri -> !sources.contains(uri))
                        .forEach(sources::add);
                case Attributes.NOTES -> notes = Optional.of(notes.map(text -> text + "\n").orElse("")
                        + String.join("\n", statement.values()));
                default -> statement.values().forEach(value -> annotations.add(
                        new Description.Annotation(statement.qualifier(), value)));
            }
        }
        return new Description(name, sources, interval, annotations, notes);
    }

    private Optional<Description.Interval> interval(Definition<Interval> definition) {
        Optional<Double> low = Attributes.literal(definition.content().low());
        Optional<Double> high = Attributes.literal(definition.content().high());
        if (low.isEmpty() || high.isEmpty() || !(low.get() <= high.get())) {
            problems.error("A221", definition.place(), "This interval is not a lower and an upper number.",
                    "It says {" + Attributes.text(definition.content().low()) + ", "
                            + Attributes.text(definition.content().high()) + "}.",
                    "Write {low, high} with numbers.");
            return Optional.empty();
        }
        return Optional.of(new Description.Interval(low.get(), high.get()));
    }
}
