package propria.formats.sedml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import propria.formats.sbml.xml.XmlReader;
import propria.formats.sedml.document.SedDocument;
import propria.formats.sedml.read.DocumentReading;
import propria.model.problem.ProblemException;

/// Reads SED-ML.
///
/// Models, changes, time courses, single steps, steady states, repeated tasks with uniform, vector and functional ranges,
/// data generators, reports and plots are read. Of what else Version 4 and 5 have (parameter estimation, external data,
/// styles, figures) the document keeps a remark each; where something that is read needs it, reading fails.
public final class SedmlReader {

    private SedmlReader() {
    }

    /// Reads a file.
    ///
    /// @throws ProblemException B101 to B105 when it is no XML, D### when it is no SED-ML that can be followed
    public static SedDocument read(Path file) {
        return DocumentReading.of(XmlReader.read(file));
    }

    /// Reads a document from memory.
    ///
    /// @param name the file name for messages
    /// @throws ProblemException as [#read]
    public static SedDocument readBytes(byte[] document, String name) {
        return DocumentReading.of(XmlReader.readBytes(document, name));
    }

    /// Reads a text.
    ///
    /// @param name the file name for messages
    /// @throws ProblemException as [#read]
    public static SedDocument readText(String text, String name) {
        return readBytes(text.getBytes(StandardCharsets.UTF_8), name);
    }
}
