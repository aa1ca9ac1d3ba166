package propria.formats.sedml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import propria.formats.sedml.document.SedDocument;

/// A file with everything in it that is read.
final class Whole {

    private Whole() {
    }

    static String text() {
        try (InputStream file = Objects
                .requireNonNull(Whole.class.getResourceAsStream("/propria/formats/sedml/whole.sedml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A document as text in which places play no part.
    static String withoutPlaces(SedDocument document) {
        return document.toString().replaceAll("place=[^,\\]]*", "").replaceAll("version=\\d", "")
                .replace("KISAO:0000832", "urn:sedml:symbol:time");
    }
}
