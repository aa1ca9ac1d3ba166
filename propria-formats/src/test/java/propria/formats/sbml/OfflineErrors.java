package propria.formats.sbml;

import java.util.List;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.sbml.jsbml.SBMLDocument;
import org.sbml.jsbml.SBMLReader;

/// What the offline checks of JSBML find wrong with a text.
public final class OfflineErrors {

    private OfflineErrors() {
    }

    /// The errors, each with its number and message; warnings are none.
    public static List<String> of(String text) {
        try {
            SBMLDocument document = new SBMLReader().readSBMLFromString(text);
            document.checkConsistencyOffline();
            return IntStream.range(0, document.getErrorCount()).mapToObj(document::getError)
                    .filter(e -> e.isError() || e.isFatal()).map(e -> e.getCode() + " " + e.getMessage()).toList();
        } catch (XMLStreamException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
