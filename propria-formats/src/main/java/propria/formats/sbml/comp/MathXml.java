package propria.formats.sbml.comp;

import java.util.List;
import propria.formats.sbml.packages.Packages;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlNode;
import propria.model.problem.SourceLocation;

/// Builds MathML.
final class MathXml {

    private MathXml() {
    }

    static XmlElement element(String name, SourceLocation place) {
        return new XmlElement("", Packages.MATHML, name, place);
    }

    static XmlElement name(String id, SourceLocation place) {
        XmlElement ci = element("ci", place);
        ci.content().add(new XmlNode.Text(id));
        return ci;
    }

    /// A formula multiplied and divided by parameters; the formula itself when there are none.
    static XmlElement scaled(XmlElement formula, List<String> factors, List<String> divisors) {
        XmlElement result = formula;
        for (String factor : factors) {
            result = apply("times", result, name(factor, formula.place()));
        }
        for (String divisor : divisors) {
            result = apply("divide", result, name(divisor, formula.place()));
        }
        return result;
    }

    static XmlElement apply(String operator, XmlElement... operands) {
        SourceLocation place = operands[0].place();
        XmlElement apply = element("apply", place);
        apply.content().add(element(operator, place));
        apply.content().addAll(List.of(operands));
        return apply;
    }

    /// A formula as the content of `<math>`.
    static XmlElement math(XmlElement formula) {
        XmlElement math = element("math", formula.place());
        math.content().add(formula);
        return math;
    }

    static boolean isSymbol(XmlElement element, String symbol) {
        return element.is(Packages.MATHML, "csymbol")
                && element.attribute("definitionURL").orElse("").endsWith("/" + symbol);
    }
}
