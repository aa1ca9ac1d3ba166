package propria.trial.clinical.design;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// `baselines.tsv`: what happens to patients who get nothing that acts, by indication and end point, with the published
/// pools that it rests on.
///
/// @param families in order
/// @param pools of the families
public record Baselines(List<Family> families, List<Pool> pools) {

    private static final int CELLS = 14;

    /// A share of patients.
    ///
    /// @param kept whether the patients had done well before
    /// @param week that the share is of [weeks]
    /// @param guess of the share before any evidence, between 0 and 1
    /// @param width the standard deviation of the guess, as a logit
    public record Family(String id, String group, String endpointClass, boolean kept, double week, double guess,
            double width) {
    }

    /// A published pool.
    ///
    /// @param percent the pooled share
    /// @param low of its interval of 95 %; not a number where it is not stated
    /// @param trials how many; not a number where it is not stated
    /// @param patients how many; not a number where it is not stated
    /// @param note which
    public record Pool(String family, double percent, double low, double high, double trials, double patients,
            String source, String note) {
    }

    public Baselines {
        families = List.copyOf(families);
        pools = List.copyOf(pools);
    }

    /// Reads the file.
    ///
    /// @throws ProblemException T402 for a line that is not one
    public static Baselines read(Path file) {
        Map<String, Family> families = new LinkedHashMap<>();
        List<Pool> pools = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            try {
                if (cells.length != CELLS) {
                    throw new NumberFormatException(cells.length + " cells, not " + CELLS);
                }
                families.putIfAbsent(cells[0], new Family(cells[0], cells[1], cells[2], cells[3].equals("yes"),
                        Double.parseDouble(cells[4]), Double.parseDouble(cells[5]) / 100,
                        Double.parseDouble(cells[6])));
                if (!cells[7].isEmpty()) {
                    pools.add(new Pool(cells[0], Double.parseDouble(cells[7]), number(cells[8]), number(cells[9]),
                            number(cells[10]), number(cells[11]), cells[12], cells[13]));
                }
            } catch (NumberFormatException e) {
                throw new ProblemException(Problem.error("T402", new SourceLocation(file.toString(), i + 1, 1),
                        "this is not a baseline", String.valueOf(e.getMessage()),
                        "write the cells that the first line names"));
            }
        }
        return new Baselines(List.copyOf(families.values()), pools);
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new ProblemException(Problem.error("I200", SourceLocation.of(file.toString()),
                    "the file cannot be read", String.valueOf(e.getMessage()), "check that it is there"));
        }
    }

    /// The family of an end point.
    ///
    /// @param kept whether the patients had done well before; where there is no such family, the other applies
    public Optional<Family> find(String group, String endpointClass, boolean kept) {
        return families.stream().filter(f -> f.group().equals(group) && f.endpointClass().equals(endpointClass))
                .min(java.util.Comparator.comparing(f -> f.kept() != kept));
    }

    /// The place of a family.
    public int place(String family) {
        return families.stream().map(Family::id).toList().indexOf(family);
    }
}
