package propria.app.exchange;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import propria.app.files.FileKind;
import propria.formats.petab.PetabReader;
import propria.formats.petab.PetabWriter;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.petab.upgrade.PetabUpgrade;
import propria.formats.petab.upgrade.PetabUpgrade.Upgraded;
import propria.inference.petab.PetabPosterior;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Turns an estimation problem into its model, or into a problem of PEtab version 2. Both problems are simulated at their
/// nominal values and every measurement's simulation, noise and log-likelihood compared.
public final class PetabConversion {

    private PetabConversion() {
    }

    /// Whether a file is an estimation problem.
    public static boolean is(Path file) {
        String name = String.valueOf(file.getFileName());
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file)
                && PetabReader.isProblem(file);
    }

    /// The model of a problem as a file.
    ///
    /// @throws ProblemException P### when the problem cannot be read, U341 for experiments, which would need one point of
    ///         the parameters
    public static Conversion model(Path in, Path out, FileKind to, Conversion.Options options) throws IOException {
        if (!to.isModel()) {
            throw new ProblemException(Problem.error("U341", SourceLocation.of(out.toString()),
                    "an estimation problem does not become " + to.title(),
                    "it holds measurements and open parameters, which " + to.title() + " cannot say",
                    "take its model out (.xml, .ant), or write a problem of PEtab version 2 (.yaml)"));
        }
        return Conversion.ofModel(PetabReader.read(in).model(), out, to, options);
    }

    /// The problem in version 2, with its tables in the folder of the new file.
    ///
    /// @param out a file in a folder that holds no other problem's tables
    /// @throws ProblemException P###, N### and I### when either cannot be read or simulated
    public static Conversion problem(Path in, Path out) throws IOException {
        PetabProblem old = PetabReader.read(in);
        Upgraded upgraded = PetabUpgrade.of(old);
        Path folder = Files.createDirectories(out.toAbsolutePath().normalize().resolveSibling("."));
        refuseOthers(folder);
        String name = String.valueOf(out.getFileName()).replaceFirst("\\.ya?ml$", "");
        List<Path> written = PetabWriter.write(upgraded.problem(), folder.normalize(), name);
        Difference difference = compare(old, PetabReader.read(written.getFirst()));
        if (!difference.isSame()) {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            return new Conversion(difference, List.of(), upgraded.remarks());
        }
        return new Conversion(difference, written, upgraded.remarks());
    }

    private static void refuseOthers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tables = files.filter(f -> f.toString().endsWith(".tsv") || f.endsWith("model.xml")).toList();
            if (!tables.isEmpty()) {
                throw new FileAlreadyExistsException(tables.getFirst().toString());
            }
        }
    }

    private static Difference compare(PetabProblem one, PetabProblem other) {
        PetabPosterior first = new PetabPosterior(one, StudyExperiment.TIGHT);
        PetabPosterior second = new PetabPosterior(other, StudyExperiment.TIGHT);
        double[] here = first.space().nominal();
        double[] there = second.space().nominal();
        double[] none = new double[0];
        return Difference.of("simulation", none, first.predictions(here).values(), second.predictions(there).values())
                .or(Difference.of("log-likelihood", none, first.pointwise(here), second.pointwise(there)));
    }
}
