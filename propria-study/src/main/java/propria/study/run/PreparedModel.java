package propria.study.run;

import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.evidence.EvidenceLibrary;
import propria.formats.antimony.AntimonyReader;
import propria.model.Model;
import propria.study.Study;

/// The model of a study, read and compiled once and used many times: what takes longest before the first simulation.
///
/// @param sources what its numbers can stand on
public record PreparedModel(Model model, CompiledModel compiled, EvidenceLibrary sources) {

    /// Reads and compiles the model that a study names.
    ///
    /// @throws propria.model.problem.ProblemException when the model or the evidence cannot be read
    public static PreparedModel read(Study.Files files) {
        Model model = AntimonyReader.read(files.model());
        return new PreparedModel(model, ModelCompiler.compile(model), EvidenceLibrary.read(files.evidence()));
    }
}
