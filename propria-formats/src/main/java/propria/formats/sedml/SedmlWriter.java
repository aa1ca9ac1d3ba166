package propria.formats.sedml;

import propria.formats.sedml.document.SedDocument;
import propria.formats.sedml.write.DocumentText;

/// Writes SED-ML that [SedmlReader] reads back equal, places and remarks apart.
public final class SedmlWriter {

    private SedmlWriter() {
    }

    /// The text of a document, in the version that it states.
    public static String write(SedDocument document) {
        return DocumentText.of(document);
    }
}
