package propria.formats.sbml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import propria.formats.sbml.carry.Carried;
import propria.formats.sbml.comp.CompFlattener;
import propria.formats.sbml.form.CheckForm;
import propria.formats.sbml.packages.Packages;
import propria.formats.sbml.read.ModelReading;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlReader;
import propria.model.Model;
import propria.model.problem.ProblemException;

/// Reads SBML, Level 2 Version 1 to Level 3 Version 2 (Hucka et al. 2019, J. Integr. Bioinform. 16:20190021).
///
/// Hierarchical models (package comp) are made flat: element `x` of submodel `s` gets the id `s__x`. Packages that
/// change nothing of a simulation (layout, render, groups, distrib without random draws) are left out; others are
/// refused. Files above 50 MB and documents with a type declaration are refused.
public final class SbmlReader {

    private SbmlReader() {
    }

    /// Reads a file.
    ///
    /// @throws ProblemException B###, with element and line
    public static Model read(Path file) {
        return model(XmlReader.read(file), Optional.of(file));
    }

    /// Reads a text; models in other files cannot be named by it.
    ///
    /// @param name the file name for messages
    /// @throws ProblemException as [#read]
    public static Model readText(String text, String name) {
        return model(XmlReader.readBytes(text.getBytes(StandardCharsets.UTF_8), name), Optional.empty());
    }

    /// What a file says beyond the model, to be put into the next document that is written of it.
    ///
    /// @throws ProblemException as [#read]
    public static Carried carried(Path file) {
        XmlElement root = XmlReader.read(file);
        Packages.check(root);
        CompFlattener.flatten(root, Optional.of(file));
        return new Carried(root);
    }

    private static Model model(XmlElement root, Optional<Path> file) {
        Packages.check(root);
        CompFlattener.flatten(root, file);
        Packages.strip(root);
        CheckForm.check(root);
        return ModelReading.of(root);
    }
}
