package propria.formats.antimony;

import propria.formats.antimony.write.ModelText;
import propria.model.Model;
import propria.model.problem.ProblemException;

/// Writes a flat [Model] as Antimony text. What [AntimonyReader] makes of the text equals the model, places apart.
///
/// Two things change their form: parameters of one reaction become parameters of the model, and species references with
/// an id become parameters that give the stoichiometry. A value that a rule or formula overrides is not written.
/// Statements with a qualifier that Antimony does not know stand as comments.
public final class AntimonyWriter {

    private AntimonyWriter() {
    }

    /// The text of a model.
    ///
    /// @throws ProblemException A301 where a name is a word of the language; A302 for fast reactions and conversion
    ///         factors
    public static String write(Model model) {
        return ModelText.of(model);
    }
}
