package propria.app.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.experiment.ExperimentAnswer;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.library.ModelFile;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.files.FileKind;
import propria.app.text.Figures;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.Simulator;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Species;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Simulates one model file and writes a table: `time`, the species, and the parameters that change. An experiment, in
/// SED-ML or a COMBINE archive, says itself what is simulated and shown.
@CommandLine.Command(name = "simulate", description = "Simulate one model file and write a table, or do an experiment.")
public final class SimulateCommand extends Command {

    @Parameters(paramLabel = "MODEL", description = "a shipped model, or a file: .ant, .xml (SBML), .sedml, .omex")
    private String name = "";

    @Option(names = "--start", paramLabel = "T", description = "first time, in the model's unit (default: 0)")
    private double start;

    @Option(names = "--end", paramLabel = "T", description = "last time; not of an experiment, which states it")
    private double end = Double.NaN;

    @Option(names = "--points", paramLabel = "N", description = "steps from first to last time (default: 100)")
    private int points = 100;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a parameter or initial state; may be repeated")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--method", paramLabel = "M", description = "automatic, bdf or rosenbrock; with --stochastic "
            + "direct, next_reaction or tau_leaping")
    private Way method = Way.AUTOMATIC;

    @Option(names = "--rtol", paramLabel = "R", description = "relative tolerance (default: 1e-6)")
    private double relative = Tolerances.DEFAULT.relative();

    @Option(names = "--atol", paramLabel = "A", description = "absolute tolerance (default: 1e-9)")
    private double absolute = Tolerances.DEFAULT.absolute();

    @Mixin
    private final StochasticOptions turns = new StochasticOptions();

    @Option(names = "--all", description = "also the parameters that do not change")
    private boolean all;

    @Option(names = "--out", paramLabel = "FILE.csv|DIR", description = "where to write (default: standard output); for "
            + "an experiment a folder, in which plots are drawn too")
    private Path out = Path.of("");

    @Override
    public int run(Terminal terminal) throws IOException {
        Path file = LibraryFolder.find().model(name);
        if (FileKind.of(file).filter(kind -> !kind.isModel()).isPresent()) {
            ExperimentAnswer.give(terminal, file, Optional.of(out).filter(o -> !o.toString().isEmpty()));
            return ExitCode.DONE;
        }
        refuseBadTimes();
        Model model = ModelFile.read(file);
        List<Problem> clashes = ModelFile.require(model, file);
        if (!clashes.isEmpty()) {
            terminal.note("units clash at " + Figures.count(clashes.size(), "place")
                    + "; `propria check` shows them");
        }
        CompiledModel compiled = ModelCompiler.compile(model);
        List<String> columns = columns(model, compiled);
        List<Double> times = IntStream.rangeClosed(0, points)
                .mapToObj(i -> i == points ? end : start + (end - start) * i / points).toList();
        SimulationRequest request = new SimulationRequest(settings(compiled), List.of(), start, end, times, columns,
                new Tolerances(relative, absolute), turns.wanted() ? Method.AUTOMATIC : method.ofSteps());
        write(terminal, turns.wanted()
                ? turns.simulate(compiled, request, method.ofTurns())
                : new Simulator(compiled).simulate(request));
        return ExitCode.DONE;
    }

    private void refuseBadTimes() {
        if (!(end > start) || points < 1 || !Double.isFinite(end - start)) {
            throw new ProblemException(Problem.error("U308", "these times make no course",
                    "--start " + start + ", --end " + end + ", --points " + points,
                    "let the end be after the start, and the points at least 1"));
        }
        if (!(relative > 0) || !(absolute > 0)) {
            throw new ProblemException(Problem.error("U308", "tolerances must be above zero",
                    "--rtol " + relative + ", --atol " + absolute, "leave them out to use the defaults"));
        }
    }

    private List<String> columns(Model model, CompiledModel compiled) {
        Stream<String> parameters = model.parameters().stream().filter(p -> all || !p.constant()).map(Parameter::id);
        Set<String> known = new HashSet<>(compiled.outputIds());
        return Stream.concat(model.species().stream().map(Species::id), parameters).filter(known::contains).distinct()
                .toList();
    }

    private Map<String, Double> settings(CompiledModel compiled) {
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> known = Stream.concat(compiled.parameterIds().stream(), compiled.stateIds().stream()).toList();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String id = setting.substring(0, Math.max(0, equals)).strip().replace(".", "__");
            values.put(id, number(setting, setting.substring(equals + 1).strip()));
            if (!known.contains(id)) {
                throw new ProblemException(Problem.error("U307", "the model has no `" + id.replace("__", ".")
                        + "` to set", "parameters and initial states can be set",
                        Nearest.of(id, known)
                                .map(near -> "did you mean `" + near.replace("__", ".") + "`?")
                                .orElse("`propria list parameters --model " + name + "` shows them")));
            }
        }
        return values;
    }

    private static double number(String setting, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new ProblemException(
                Problem.error("U307", "`--set " + setting + "` is not a name and a finite number", "",
                        "write it like `--set k_PGE2=12`"));
    }

    private void write(Terminal terminal, Trajectory course) throws IOException {
        String csv = csv(course);
        boolean toFile = !out.toString().isEmpty();
        if (toFile) {
            Files.writeString(out, csv);
        }
        terminal.put("columns", course.outputs().stream().map(id -> id.replace("__", ".")).toList())
                .put("rows", course.times().size()).put("steps", course.counters().steps())
                .put("rejected_steps", course.counters().rejectedSteps()).put("method", method.name())
                .put("methods_used", course.methods().stream().map(Method::name).toList());
        if (toFile) {
            terminal.put("file", out.toString());
            terminal.answer(out + ": " + Figures.count(course.times().size(), "time") + ", "
                    + Figures.count(course.outputs().size(), "column") + ", "
                    + Figures.count(course.counters().steps(), "step"));
        } else {
            terminal.put("csv", csv);
            terminal.answer(csv.stripTrailing());
        }
    }

    private static String csv(Trajectory course) {
        StringBuilder csv = new StringBuilder("time");
        course.outputs().forEach(id -> csv.append(',').append(id.replace("__", ".")));
        csv.append('\n');
        for (int row = 0; row < course.times().size(); row++) {
            csv.append(course.times().get(row));
            for (int column = 0; column < course.outputs().size(); column++) {
                csv.append(',').append(course.value(row, column));
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
