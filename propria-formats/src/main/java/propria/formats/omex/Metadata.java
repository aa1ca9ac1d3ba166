package propria.formats.omex;

import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlReader;
import propria.model.problem.ProblemException;

/// What is said of an archive as a whole: its title, in Dublin Core terms.
final class Metadata {

    static final String NAME = "metadata.rdf";
    static final String FORMAT = "http://identifiers.org/combine.specifications/omex-metadata";
    private static final String DUBLIN_CORE = "http://purl.org/dc/terms/";

    private Metadata() {
    }

    /// The title; empty where there is none or it cannot be read, for nothing rests on it.
    static String title(byte[] document) {
        try {
            StringBuilder title = new StringBuilder();
            XmlReader.readBytes(document, NAME).walk(element -> {
                if (title.isEmpty() && isTitle(element)) {
                    title.append(element.text().strip());
                }
            });
            return title.toString();
        } catch (ProblemException e) {
            return "";
        }
    }

    private static boolean isTitle(XmlElement element) {
        return Optional.of(element.name()).filter(n -> n.equals("title") || n.equals("description")).isPresent()
                && element.namespace().startsWith("http://purl.org/dc/") && element.elements().isEmpty();
    }

    static String write(OmexArchive archive) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dcterms=\"" + DUBLIN_CORE
                + "\">\n  <rdf:Description rdf:about=\".\">\n    <dcterms:title>" + escaped(archive.title())
                + "</dcterms:title>\n  </rdf:Description>\n</rdf:RDF>\n";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
