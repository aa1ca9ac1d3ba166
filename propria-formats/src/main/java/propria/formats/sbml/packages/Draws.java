package propria.formats.sbml.packages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlNode;
import propria.formats.sbml.xml.XmlReader;
import propria.formats.sbml.xml.XmlText;
import propria.model.expression.Distribution;

/// Random numbers of the package distrib. In a document they are calls of symbols; between XML and formulas they are
/// calls of functions whose names begin with [#PREFIX], since JSBML knows no such symbols.
public final class Draws {

    /// What the name of such a function begins with; no id of SBML has a dot.
    public static final String PREFIX = "distrib.";

    private static final String PACKAGE = "http://www.sbml.org/sbml/level3/version1/distrib/version1";
    private static final String SYMBOLS = "http://www.sbml.org/sbml/symbols/distrib/";
    private static final Map<String, String> FUNCTIONS = Arrays.stream(Distribution.values())
            .collect(Collectors.toMap(d -> SYMBOLS + d.text(), d -> PREFIX + d.text()));

    private Draws() {
    }

    /// Whether the address of a symbol is one of the package that is not known.
    static boolean isUnknown(String symbol) {
        return symbol.contains("/distrib/") && !FUNCTIONS.containsKey(symbol);
    }

    /// Symbols become functions.
    static void toFunctions(XmlElement root) {
        root.walk(element -> replace(element, Draws::function));
    }

    /// The text of a document with functions as symbols, and the package declared, if there are any.
    public static String withSymbols(String document) {
        if (!document.contains(PREFIX)) {
            return document;
        }
        XmlElement root = XmlReader.readBytes(document.getBytes(StandardCharsets.UTF_8), "written");
        root.walk(element -> replace(element, Draws::symbol));
        root.set(PACKAGE, "required", "true");
        return XmlText.of(root);
    }

    private static void replace(XmlElement element, UnaryOperator<XmlElement> by) {
        element.content().replaceAll(node -> node instanceof XmlElement inner ? by.apply(inner) : node);
    }

    private static XmlElement function(XmlElement element) {
        Optional<String> drawn = element.is(Packages.MATHML, "csymbol")
                ? element.attribute("definitionURL").map(FUNCTIONS::get)
                : Optional.empty();
        return drawn.map(name -> leaf(element, "ci", name)).orElse(element);
    }

    private static XmlElement symbol(XmlElement element) {
        String name = element.text().strip();
        if (!element.is(Packages.MATHML, "ci") || !name.startsWith(PREFIX)) {
            return element;
        }
        XmlElement symbol = leaf(element, "csymbol", name.substring(PREFIX.length()));
        symbol.set("encoding", "text");
        symbol.set("definitionURL", SYMBOLS + name.substring(PREFIX.length()));
        return symbol;
    }

    private static XmlElement leaf(XmlElement instead, String name, String text) {
        XmlElement leaf = new XmlElement(instead.prefix(), instead.namespace(), name, instead.place());
        leaf.content().add(new XmlNode.Text(text));
        return leaf;
    }
}
