package propria.trial.clinical.response;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.inference.posterior.EstimatedParameter;
import propria.inference.posterior.PriorDistribution;
import propria.inference.posterior.Scale;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// `parameters.tsv`: what is believed of the parameters that all trials share before any trial.
///
/// @param entries by id, in order
/// @param mechanism what mechanistic patients answer
public record ResponsePrior(Map<String, Entry> entries, MechanismTable mechanism) {

    /// A normal belief, cut where the parameter cannot be.
    ///
    /// @param least the smallest value; not a number for none
    public record Entry(String id, double mean, double sd, double least) {

        EstimatedParameter parameter() {
            PriorDistribution normal = PriorDistribution.normal(mean, sd);
            return EstimatedParameter.of(id, Scale.LINEAR, Double.isNaN(least) ? Double.NEGATIVE_INFINITY : least,
                    Double.POSITIVE_INFINITY, Double.isNaN(least) ? mean : mean + sd / 2,
                    Double.isNaN(least) ? normal : normal.within(least, Double.POSITIVE_INFINITY));
        }
    }

    public ResponsePrior {
        entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /// Reads the file.
    ///
    /// @throws ProblemException T403 for a line that is no belief, or a parameter that is missing
    public static ResponsePrior read(Path file) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<String> lines = lines(file);
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            try {
                entries.put(cells[0], new Entry(cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2]),
                        cells[3].isEmpty() ? Double.NaN : Double.parseDouble(cells[3])));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw problem(file, i + 1, "this is not a parameter: " + e.getMessage());
            }
        }
        for (String id : ResponseLayout.SHARED) {
            if (!entries.containsKey(id)) {
                throw problem(file, 1, "the parameter `" + id + "` is missing");
            }
        }
        return new ResponsePrior(entries, mechanism(file.resolveSibling("mechanism.tsv")));
    }

    private static MechanismTable mechanism(Path file) {
        if (!Files.isRegularFile(file)) {
            return MechanismTable.none();
        }
        List<String> lines = lines(file);
        try {
            return MechanismTable.of(lines.subList(1, lines.size()));
        } catch (NumberFormatException e) {
            throw problem(file, 1, "a line is not an effect: " + e.getMessage());
        }
    }

    private static ProblemException problem(Path file, int line, String what) {
        return new ProblemException(Problem.error("T403", new SourceLocation(file.toString(), line, 1), what, "",
                "write id, mean, sd, least and why, separated by tabs"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new ProblemException(Problem.error("I200", SourceLocation.of(file.toString()),
                    "the file cannot be read", String.valueOf(e.getMessage()), "check that it is there"));
        }
    }

    /// The same with another belief of one parameter.
    public ResponsePrior with(String id, double mean, double sd) {
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        changed.put(id, new Entry(id, mean, sd, entry(id).least()));
        return new ResponsePrior(changed, mechanism);
    }

    /// The same with other answers of mechanistic patients.
    public ResponsePrior with(MechanismTable other) {
        return new ResponsePrior(entries, other);
    }

    Entry entry(String id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("there is no parameter " + id);
        }
        return entry;
    }
}
