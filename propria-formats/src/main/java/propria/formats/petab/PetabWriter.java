package propria.formats.petab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.petab.write.ProblemText;

/// Writes PEtab problems, each in its version.
public final class PetabWriter {

    private PetabWriter() {
    }

    /// Writes a problem that reads back equal but for places.
    ///
    /// @param folder that exists
    /// @param name of the problem file, without ending
    /// @return the files, the problem file first
    /// @throws propria.model.problem.ProblemException P140 where PEtab has no word for a formula, B140 for a model that
    ///         cannot be written as SBML
    public static List<Path> write(PetabProblem problem, Path folder, String name) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : ProblemText.files(problem, name).entrySet()) {
            written.add(Files.writeString(folder.resolve(file.getKey()), file.getValue()));
        }
        return written;
    }
}
