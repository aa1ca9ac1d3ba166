package propria.bench.ccode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import propria.engine.compile.CompiledModel;
import propria.engine.system.SparsityPattern;
import propria.model.Model;
import propria.model.expression.Expression;

/// Writes a model as C.
public final class CModelWriter {

    private final Definitions definitions;
    private final CompiledModel places;
    private final Prepared prepared = new Prepared();
    private final StringBuilder functions = new StringBuilder();

    private CModelWriter(Model model, CompiledModel places) {
        this.places = places;
        this.definitions = new Definitions(model, places);
    }

    /// A model as C.
    ///
    /// @param places says which state and which parameter stand where; nothing else is taken from it
    /// @param outputs the ids whose values `model_outputs` writes, as the ids mean them
    /// @throws NotInC if the model has what generated C does not carry out; names it
    public static CModel write(Model model, CompiledModel places, List<String> outputs) {
        return write(model, places, outputs, List.of());
    }

    /// The same with derivatives of the right-hand side by parameters.
    ///
    /// @param directions the parameters
    public static CModel write(Model model, CompiledModel places, List<String> outputs, List<String> directions) {
        return new CModelWriter(model, places).write(outputs, directions);
    }

    private CModel write(List<String> outputs, List<String> directions) {
        List<Expression> sides = places.stateIds().stream().map(definitions::derivative).toList();
        writeSides(sides);
        SparsityPattern pattern = writeJacobian(sides);
        writeOutputs(outputs);
        writeSlopes(sides, directions);
        int states = sides.size();
        int parameters = places.parameterIds().size();
        String head = define("N_STATES", states) + define("N_PARAMETERS", parameters)
                + define("N_PREPARED", Math.max(1, prepared.size())) + define("N_OUTPUTS", outputs.size())
                + define("N_ENTRIES", pattern.entries()) + define("N_DIRECTIONS", directions.size())
                + table("DIRECTIONS", directions.stream().mapToInt(definitions::parameter).toArray())
                + table("COLUMN_STARTS", starts(pattern))
                + table("ROWS", rows(pattern));
        String prepare = "static void model_prepare(const double *restrict p, double *restrict q) {\n"
                + prepared.statements() + "}\n\n";
        return new CModel(head + prepare + functions, states, parameters, outputs.size(), directions.size(), pattern);
    }

    private void writeSides(List<Expression> sides) {
        CFunction function = new CFunction(definitions, prepared, definitions::state);
        for (int i = 0; i < sides.size(); i++) {
            function.result("f[" + i + "]", function.value(sides.get(i)));
        }
        add("model_rhs", "f", function);
    }

    private SparsityPattern writeJacobian(List<Expression> sides) {
        CFunction function = new CFunction(definitions, prepared, definitions::state);
        List<SortedMap<Integer, CValue>> columns = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            columns.add(new TreeMap<>());
        }
        for (int i = 0; i < sides.size(); i++) {
            int row = i;
            function.gradient(sides.get(i)).forEach((column, value) -> columns.get(column).put(row, value));
        }
        int[] starts = new int[sides.size() + 1];
        List<Integer> rows = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            columns.get(column).forEach((row, value) -> {
                function.result("entries[" + rows.size() + "]", value);
                rows.add(row);
            });
            starts[column + 1] = rows.size();
        }
        add("model_jacobian", "entries", function);
        return new SparsityPattern(sides.size(), starts, rows.stream().mapToInt(Integer::intValue).toArray());
    }

    private void writeOutputs(List<String> outputs) {
        CFunction function = new CFunction(definitions, prepared, definitions::state);
        for (int k = 0; k < outputs.size(); k++) {
            function.result("o[" + k + "]", function.value(outputs.get(k)));
        }
        add("model_outputs", "o", function);
    }

    /// The derivatives by parameters, one direction after the other; what is not written is zero.
    private void writeSlopes(List<Expression> sides, List<String> directions) {
        CFunction function = new CFunction(definitions, prepared,
                id -> directions.contains(id) ? Optional.of(directions.indexOf(id)) : Optional.empty());
        for (int i = 0; i < sides.size(); i++) {
            int state = i;
            function.gradient(sides.get(i)).forEach((direction, value) -> function
                    .result("slopes[" + (direction * sides.size() + state) + "]", value));
        }
        add("model_slopes", "slopes", function);
    }

    private void add(String name, String out, CFunction function) {
        functions.append("static void ").append(name).append("(double t, const double *restrict y, ")
                .append("const double *restrict p, const double *restrict q, double *restrict ").append(out)
                .append(") {\n").append(function.body()).append("}\n\n");
    }

    private static String define(String name, int value) {
        return "#define " + name + " " + value + "\n";
    }

    private static String table(String name, int[] values) {
        String entries = values.length == 0
                ? "0"
                : Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "static const int " + name + "[] = {" + entries + "};\n";
    }

    private static int[] starts(SparsityPattern pattern) {
        int[] starts = new int[pattern.size() + 1];
        for (int column = 0; column <= pattern.size(); column++) {
            starts[column] = pattern.columnStart(column);
        }
        return starts;
    }

    private static int[] rows(SparsityPattern pattern) {
        int[] rows = new int[pattern.entries()];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = pattern.row(k);
        }
        return rows;
    }
}
