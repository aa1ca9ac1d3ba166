package propria.inference.calibration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import propria.formats.hash.Hash;
import propria.inference.design.DesignReader;
import propria.inference.design.Refusal;
import propria.inference.design.RowDesign;
import propria.inference.prediction.Draw;
import propria.inference.score.ScoredRow.Use;
import propria.inference.table.EvidenceRow;
import propria.inference.table.EvidenceTable;
import propria.inference.vocabulary.Vocabulary;
import propria.study.library.Library;

/// The calibration that ships in `library/calibration`: words, rules, the rows that it rests on, free parameters and the
/// draws of its posterior.
///
/// @param fitted the designs of the rows that are fitted
/// @param known the keys of all rows in its tables
public record Calibration(Library library, Vocabulary words, FreeParameters parameters, DesignReader designs,
        List<RowDesign> fitted, Set<String> known, Set<String> fittedKeys) {

    private static final int PRIOR_DRAWS = 60;

    /// Studies that never enter: summaries of others that are used themselves, and sources whose data cannot stand.
    private static final Set<String> SUMMARIES = Set.of("SEED", "SHI19", "WNG21", "EVM24", "HOU23", "LIU24");

    /// Reads the calibration of a library.
    public static Calibration read(Library library) {
        Path folder = library.root().resolve("calibration");
        Vocabulary words = Vocabulary.read(folder.resolve("vocabulary.yaml"));
        DesignReader designs = new DesignReader(words, library);
        List<RowDesign> fitted = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (EvidenceTable table : List.of(EvidenceTable.preclinical(folder.resolve("evidence")),
                EvidenceTable.timeCourses(folder.resolve("evidence/timecourses.csv")))) {
            for (EvidenceRow row : table.rows()) {
                known.add(row.key());
                if (mayEnter(row)) {
                    try {
                        fitted.add(designs.read(row, table));
                        keys.add(row.key());
                    } catch (Refusal _) {
                        // said and counted where the table itself is validated
                    }
                }
            }
        }
        return new Calibration(library, words, FreeParameters.read(folder.resolve("parameters.tsv")), designs, fitted,
                known, keys);
    }

    /// Whether the rules allow a row: it was read in its source, its study is no summary of others, and is not retracted.
    static boolean mayEnter(EvidenceRow row) {
        return row.isSeen() && !SUMMARIES.contains(row.study())
                && !row.standing().toLowerCase(java.util.Locale.ROOT).startsWith("retract");
    }

    /// What the calibration has to do with a row of any table.
    public Use use(EvidenceRow row) {
        return fittedKeys.contains(row.key())
                ? Use.CALIBRATION
                : known.contains(row.key()) ? Use.EXCLUDED : Use.HELD_OUT;
    }

    /// A hash over what the posterior is made of beside the equations: free parameters with their priors, measurements that
    /// are fitted, and what the words of their rows mean. Whether the equations are still those of the posterior is told
    /// by [Likelihoods].
    public String inputs() {
        StringBuilder text = new StringBuilder();
        parameters.all().forEach(free -> text.append(free.id()).append(' ').append(free.prior()).append('\n'));
        fitted.forEach(row -> text.append(DesignText.of(row)).append('\n'));
        return Hash.of(text.toString());
    }

    /// What was learned beside the parameters, where it ships.
    public Optional<List<String>> learned() {
        Path file = library.root().resolve("calibration/learned.tsv");
        if (!Files.isRegularFile(file) || !Files.isRegularFile(library.root().resolve("calibration/posterior.csv"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The draws: of the posterior where it ships, else of the prior.
    public List<Draw> draws() {
        Path file = library.root().resolve("calibration/posterior.csv");
        if (Files.isRegularFile(file)) {
            return PosteriorFile.read(file, parameters).stream().map(parameters::at).toList();
        }
        return parameters.fromPrior(PRIOR_DRAWS, 1).stream().map(parameters::at).toList();
    }
}
