package propria.formats.omex;

import java.util.List;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The list of what is in an archive.
final class Manifest {

    static final String NAME = "manifest.xml";
    private static final String SPACE = "http://identifiers.org/combine.specifications/omex-manifest";

    private Manifest() {
    }

    /// A file, as the list has it.
    record Row(String location, String format, boolean master) {
    }

    static List<Row> read(byte[] document, String name) {
        XmlElement root = XmlReader.readBytes(document, name);
        if (!root.name().equals("omexManifest")) {
            throw new ProblemException(Problem.error("C006", root.place(), "this is no manifest of an archive",
                    "its root is <" + root.name() + ">", "pack it as a COMBINE archive"));
        }
        return root.elements().stream().filter(e -> e.name().equals("content"))
                .map(e -> new Row(e.attribute("location").orElse(""),
                        e.attribute("format").orElse("").strip(),
                        e.attribute("master").map(String::strip).filter("true"::equals).isPresent()))
                .filter(row -> !row.location().isBlank()).toList();
    }

    static String write(OmexArchive archive) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<omexManifest xmlns=\"")
                .append(SPACE).append("\">\n");
        row(text, ".", "http://identifiers.org/combine.specifications/omex", false);
        row(text, "./" + NAME, SPACE, false);
        if (archive.entries().stream().noneMatch(OmexArchive.Entry::isMetadata)) {
            row(text, "./" + Metadata.NAME, Metadata.FORMAT, false);
        }
        archive.entries().forEach(e -> row(text, "./" + e.location(), e.format(), e.master()));
        return text.append("</omexManifest>\n").toString();
    }

    private static void row(StringBuilder text, String location, String format, boolean master) {
        text.append("  <content location=\"").append(Metadata.escaped(location)).append("\" format=\"")
                .append(Metadata.escaped(format)).append(master ? "\" master=\"true" : "").append("\"/>\n");
    }
}
