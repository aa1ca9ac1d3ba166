package propria.formats.sbml.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Reads a document as a tree. A document type declaration is refused before anything in it is looked at: SBML has none,
/// and entities can name other files or grow without bound.
public final class XmlReader {

    /// The largest file that is read [bytes].
    public static final long LARGEST_FILE = 50L << 20;
    private static final int DEEPEST = 1000;

    private final String file;
    private final Deque<XmlElement> open = new ArrayDeque<>();

    private XmlReader(String file) {
        this.file = file;
    }

    /// Reads a file.
    ///
    /// @throws ProblemException B101 to B105 when it cannot be read or is not well-formed
    public static XmlElement read(Path path) {
        String file = path.toString();
        try {
            if (!Files.isRegularFile(path)) {
                throw problem("B101", SourceLocation.of(file), "there is no such file", "", "check the name");
            }
            if (Files.size(path) > LARGEST_FILE) {
                throw problem("B102", SourceLocation.of(file), "the file is too large",
                        Files.size(path) + " bytes; at most " + LARGEST_FILE + " are read", "split the model");
            }
            return readBytes(Files.readAllBytes(path), file);
        } catch (IOException e) {
            throw problem("B101", SourceLocation.of(file), "the file cannot be read", String.valueOf(e.getMessage()),
                    "check that you may read it");
        }
    }

    /// Reads a document from memory.
    ///
    /// @param file the name for messages
    public static XmlElement readBytes(byte[] document, String file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XmlReader reader = new XmlReader(file);
        try {
            XMLStreamReader stream = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return reader.document(stream);
            } finally {
                stream.close();
            }
        } catch (XMLStreamException e) {
            throw reader.notWellFormed(e);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            // the JDK's parser ends in exceptions of many kinds inside broken document types and names
            throw problem("B103", SourceLocation.of(file), "the text is not well-formed XML",
                    "the parser cannot go on: " + e.getMessage(), "mend the XML, and remove <!DOCTYPE …>");
        }
    }

    private ProblemException notWellFormed(XMLStreamException e) {
        SourceLocation place = e.getLocation() == null
                ? SourceLocation.of(file)
                : new SourceLocation(file, e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
        String reason = String.valueOf(e.getMessage()).lines().reduce((_, last) -> last).orElse("")
                .replaceFirst("^Message: ", "");
        return problem("B103", place, "the text is not well-formed XML", reason, "mend the XML at this place");
    }

    private XmlElement document(XMLStreamReader stream) throws XMLStreamException {
        XmlElement root = null;
        while (stream.hasNext()) {
            switch (stream.next()) {
                case XMLStreamConstants.DTD -> throw problem("B104", place(stream),
                        "the document has a document type declaration",
                        "SBML has none; entities declared there can name other files or grow without bound",
                        "remove <!DOCTYPE …> and write the text out");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw problem("B104", place(stream),
                        "the document uses an entity", stream.getLocalName(), "write the text out");
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = element(stream);
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().content().add(element);
                    }
                    open.push(element);
                    if (open.size() > DEEPEST) {
                        throw problem("B105", place(stream), "elements are nested more than " + DEEPEST + " deep",
                                "", "simplify the formula");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(stream.getText());
                default -> {
                    // comments, processing instructions and white space say nothing
                }
            }
        }
        if (root == null) {
            throw problem("B103", SourceLocation.of(file), "the text is not well-formed XML", "it has no element", "");
        }
        return root;
    }

    private void text(String characters) {
        XmlElement inside = open.peek();
        if (inside != null) {
            inside.content().add(new XmlNode.Text(characters));
        }
    }

    private XmlElement element(XMLStreamReader stream) {
        XmlElement element = new XmlElement(orEmpty(stream.getPrefix()), orEmpty(stream.getNamespaceURI()),
                stream.getLocalName(), place(stream));
        for (int i = 0; i < stream.getAttributeCount(); i++) {
            String space = orEmpty(stream.getAttributeNamespace(i));
            element.set(space, stream.getAttributeLocalName(i), stream.getAttributeValue(i));
            if (!space.isEmpty()) {
                element.prefixes().put(space, orEmpty(stream.getAttributePrefix(i)));
            }
        }
        return element;
    }

    private SourceLocation place(XMLStreamReader stream) {
        return new SourceLocation(file, stream.getLocation().getLineNumber(), stream.getLocation().getColumnNumber());
    }

    @SuppressWarnings("NullAway")
    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static ProblemException problem(String code, SourceLocation place, String what, String why, String fix) {
        return new ProblemException(Problem.error(code, place, what, why, fix));
    }
}
