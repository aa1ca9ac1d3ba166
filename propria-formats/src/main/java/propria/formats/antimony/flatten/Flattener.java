package propria.formats.antimony.flatten;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.antimony.comment.Comments;
import propria.formats.antimony.formula.Functions;
import propria.formats.antimony.formula.Recursion;
import propria.formats.antimony.formula.Translator;
import propria.formats.antimony.tree.Comment;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.SourceFile.Function;
import propria.formats.antimony.tree.Statement.Annotation;
import propria.model.Constraint;
import propria.model.FunctionDefinition;
import propria.model.Model;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Builds the flat model of a program.
public final class Flattener {

    private final Program program;
    private final Diagnostics problems;
    private final SymbolTable table;
    private final Collector collector;
    private final Facts facts;

    private Flattener(Program program, Diagnostics problems) {
        this.program = program;
        this.problems = problems;
        table = new SymbolTable(problems);
        collector = new Collector(program, table, problems);
        facts = new Facts(program.functions(), table, problems);
    }

    /// The flat model of the main model.
    ///
    /// @throws ProblemException with all that is wrong
    public static Model flatten(Program program, Diagnostics problems) {
        return new Flattener(program, problems).build();
    }

    private Model build() {
        Instance main = Instance.tree(program, problems);
        problems.stopOnErrors();
        collector.bind(main);
        collector.collect(main);
        Units units = new Units(program.units(), problems);
        Elements elements = new Elements(facts, units, table, problems);
        List<Symbol> symbols = List.copyOf(table.symbols());
        symbols.stream().filter(symbol -> !symbol.deleted).forEach(elements::add);
        collector.balances.forEach(elements::add);
        List<Constraint> constraints = new ArrayList<>();
        collector.assertions.forEach(assertion -> constraints.add(new Constraint(
                facts.truth(assertion.scope(), assertion.content().condition()), assertion.content().message(),
                assertion.place())));
        List<FunctionDefinition> functions = functions();
        refuseSharedIds(symbols);
        table.reportUndefined();
        problems.stopOnErrors();
        List<Annotation> statements = collector.aboutModel.stream().map(Definition::content).toList();
        Model model = new Model(program.main().name(), facts.describe(program.main().title(), statements),
                units.definitions(), units.defaults(), elements.compartments(), elements.species(),
                elements.parameters(), functions, elements.reactions(), elements.rules(), elements.initialAssignments(),
                elements.events(), constraints, Optional.empty());
        List<Comment> comments = new ArrayList<>(program.comments());
        collector.aboutUnits.stream().map(Definition::content).forEach(about -> comments.add(new Comment(
                about.symbol() + " " + about.qualifier() + " " + String.join(", ", about.values()), false, false,
                new SourceLocation(about.place().file(), Integer.MAX_VALUE, 1))));
        return Comments.in(model, program.main().place(), comments);
    }

    /// An instance `a` with `b` and a quantity `a__b` would get one id.
    private void refuseSharedIds(List<Symbol> symbols) {
        Map<String, SourceLocation> seen = new HashMap<>();
        program.functions().forEach((id, function) -> seen.put(id, function.place()));
        for (Symbol symbol : symbols) {
            SourceLocation earlier = seen.putIfAbsent(symbol.id(), symbol.place());
            if (earlier != null) {
                problems.error("A228", symbol.place(), "Two things have the id " + symbol.id() + ".",
                        "The other one is at " + earlier + ".", "Rename one of them.");
            }
        }
    }

    private List<FunctionDefinition> functions() {
        List<FunctionDefinition> functions = new ArrayList<>();
        for (Function function : program.functions().values()) {
            if (Functions.isBuiltIn(function.name())) {
                problems.error("A215", function.place(), "There is already a function " + function.name() + ".",
                        "It belongs to the language.", "Choose another name.");
            }
            Translator translator = new Translator(program.functions(), Translator.parameters(function, problems),
                    problems);
            List<Annotation> about = collector.aboutFunctions.stream().map(Definition::content)
                    .filter(annotation -> annotation.symbol().last().equals(function.name())).toList();
            functions.add(new FunctionDefinition(function.name(), function.parameters().stream().map(Path::last)
                    .toList(), translator.number(function.body()), facts.describe(function.title(), about),
                    function.place()));
        }
        new Recursion(program.functions(), problems).check();
        return functions;
    }
}
