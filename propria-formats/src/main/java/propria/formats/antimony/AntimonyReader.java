package propria.formats.antimony;

import java.nio.file.Path;
import propria.formats.antimony.flatten.Flattener;
import propria.formats.antimony.flatten.Loader;
import propria.formats.antimony.tree.Diagnostics;
import propria.model.Model;
import propria.model.problem.ProblemException;

/// Reads Antimony text as a flat [Model].
///
/// The language is that of libAntimony's reference (Smith et al. 2009, Bioinformatics 25:2452), with these choices:
/// - what would silently win in Antimony, a second definition of one thing, is an error; only an outer model may
///   override what an inner one says (`instance.k = 3`);
/// - what is never defined is an error, in formulas and in reactions alike;
/// - `log(x)` is to base 10, `ln(x)` the natural logarithm; `a^b^c` and `a < b < c` are refused;
/// - elements of sub-models get the id `instance__name` and keep the place where their text stands.
public final class AntimonyReader {

    private AntimonyReader() {
    }

    /// Reads a file with all that it imports.
    ///
    /// @return the main model: the one with a star, else the statements outside models, else the last model
    /// @throws ProblemException A###, all problems at once, in the order of the text
    public static Model read(Path file) {
        Diagnostics problems = new Diagnostics();
        return Flattener.flatten(new Loader(problems).file(file), problems);
    }

    /// Reads a text.
    ///
    /// @param name the file name for messages; imports are looked for beside it
    /// @throws ProblemException as [#read]
    public static Model readText(String text, String name) {
        Diagnostics problems = new Diagnostics();
        return Flattener.flatten(new Loader(problems).text(text, name), problems);
    }
}
