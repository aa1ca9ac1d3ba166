package propria.formats.sedml.document;

import java.util.List;
import java.util.Optional;
import propria.model.problem.SourceLocation;

/// A model that an experiment uses.
///
/// @param id the identifier
/// @param name the plain name
/// @param language the URN of its format, such as `urn:sedml:language:sbml`
/// @param source a file beside the experiment, or `#id` (before Version 4 also `id`) of another model
/// @param changes what is done to it before anything is simulated, in order
public record SedModel(String id, Optional<String> name, String language, String source, List<ModelChange> changes,
        SourceLocation place) {

    public SedModel {
        changes = List.copyOf(changes);
    }
}
