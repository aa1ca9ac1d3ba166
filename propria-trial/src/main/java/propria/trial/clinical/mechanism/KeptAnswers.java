package propria.trial.clinical.mechanism;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import propria.formats.hash.Hash;

/// Answers of mechanistic patients that are kept, one file a treatment, so that work that was stopped goes on. A file is written
/// whole or not at all; its name holds a hash of the library and of the questions, so that other answers are not taken for these.
record KeptAnswers(Path folder, String key) {

    private static final int SHORT = 16;
    private static final String NAME = "mechanism-kept-";

    static KeptAnswers of(Path folder, Path library, MechanismPlan plan) {
        try {
            Files.createDirectories(folder);
            return new KeptAnswers(folder, Hash.of(plan + Hash.ofTree(library)).substring(0, SHORT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The answers about a treatment: those that are kept, or those that `simulate` gives, which are kept from then on.
    ///
    /// @param number of the treatment in the plan
    List<MechanisticEffect> answers(int number, Supplier<List<MechanisticEffect>> simulate) {
        Path file = folder.resolve(NAME + key + "-" + number + ".tsv");
        try {
            if (Files.exists(file)) {
                return Files.readAllLines(file).stream().map(KeptAnswers::read).toList();
            }
            List<MechanisticEffect> answers = simulate.get();
            Path half = Files.createTempFile(folder, NAME, ".half");
            Files.write(half, answers.stream().map(KeptAnswers::line).toList());
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(MechanisticEffect e) {
        return String.join("\t", e.group(), e.agent(), e.rule(), Double.toString(e.week()), Double.toString(e.cells()),
                Double.toString(e.untreated()), Double.toString(e.treated()), Integer.toString(e.patients()));
    }

    private static MechanisticEffect read(String line) {
        String[] c = line.split("\t", -1);
        return new MechanisticEffect(c[0], c[1], c[2], Double.parseDouble(c[3]), Double.parseDouble(c[4]),
                Double.parseDouble(c[5]), Double.parseDouble(c[6]), Integer.parseInt(c[7]));
    }

    /// Removes what is kept, when everything that was made of it is written.
    static void forget(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> String.valueOf(f.getFileName()).startsWith(NAME)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
