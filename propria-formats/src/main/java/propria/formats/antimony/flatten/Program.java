package propria.formats.antimony.flatten;

import java.util.List;
import java.util.Map;
import propria.formats.antimony.tree.Comment;
import propria.formats.antimony.tree.SourceFile.Function;
import propria.formats.antimony.tree.SourceFile.Module;
import propria.formats.antimony.tree.Statement.UnitStatement;

/// All files of one reading taken together.
///
/// @param modules by name
/// @param functions by name, in order
/// @param units those of all files and models
/// @param main the model to flatten
/// @param comments those of all files
public record Program(Map<String, Module> modules, Map<String, Function> functions, List<UnitStatement> units,
        Module main, List<Comment> comments) {
}
